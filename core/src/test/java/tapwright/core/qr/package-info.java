@NullMarked
package tapwright.core.qr;

import org.jspecify.annotations.NullMarked;
