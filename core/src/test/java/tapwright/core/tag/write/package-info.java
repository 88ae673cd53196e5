/** Tests of the plans of page writes, torn at every byte. */
@NullMarked
package tapwright.core.tag.write;

import org.jspecify.annotations.NullMarked;
