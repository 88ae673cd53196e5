/** Tags as memory: models, images, and the order in which a tag may safely be written. */
@NullMarked
package tapwright.core.tag;

import org.jspecify.annotations.NullMarked;
