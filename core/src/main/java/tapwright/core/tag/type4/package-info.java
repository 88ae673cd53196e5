/**
 * NFC Forum Type 4 tags: their capability container file, their NDEF file, and how it is changed.
 */
@NullMarked
package tapwright.core.tag.type4;

import org.jspecify.annotations.NullMarked;
