/** Plans of what is done with a verified tag: locked for ever, or protected by a password. */
@NullMarked
package tapwright.core.tag.finish;

import org.jspecify.annotations.NullMarked;
