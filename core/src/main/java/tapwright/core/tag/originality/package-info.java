/** Whether a chip bears its maker's signature over its UID. */
@NullMarked
package tapwright.core.tag.originality;

import org.jspecify.annotations.NullMarked;
