/** What every part of Tapwright speaks of: bytes and refusals. */
@NullMarked
package tapwright.core;

import org.jspecify.annotations.NullMarked;
