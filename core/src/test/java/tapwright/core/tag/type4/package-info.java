/** Tests of tags as memory. */
@NullMarked
package tapwright.core.tag.type4;

import org.jspecify.annotations.NullMarked;
