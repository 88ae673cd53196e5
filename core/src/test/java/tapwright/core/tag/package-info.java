/** Tests of tags as memory. */
@NullMarked
package tapwright.core.tag;

import org.jspecify.annotations.NullMarked;
