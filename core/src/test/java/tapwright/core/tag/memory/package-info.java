/** Tests of a tag's memory. */
@NullMarked
package tapwright.core.tag.memory;

import org.jspecify.annotations.NullMarked;
