/** Plans of the page writes that bring or erase a message, and the proof that a tear harms none. */
@NullMarked
package tapwright.core.tag.write;

import org.jspecify.annotations.NullMarked;
