/**
 * What a tag says: NDEF messages and the link and contact inside them.
 *
 * <p>Section numbers refer to the NFC Forum's NFC Data Exchange Format (NDEF) Technical
 * Specification 1.0 unless another text is named.
 */
@NullMarked
package tapwright.core.ndef;

import org.jspecify.annotations.NullMarked;
