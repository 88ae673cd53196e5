/**
 * QR symbols: made, read again, and only then used.
 *
 * <p>Section numbers refer to ISO/IEC 18004:2015 unless another text is named.
 */
@NullMarked
package tapwright.core.qr;

import org.jspecify.annotations.NullMarked;
