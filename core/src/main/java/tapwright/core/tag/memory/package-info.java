/**
 * A tag's memory: bytes and pages as far as they are known, and where an NDEF message lies in it.
 */
@NullMarked
package tapwright.core.tag.memory;

import org.jspecify.annotations.NullMarked;
