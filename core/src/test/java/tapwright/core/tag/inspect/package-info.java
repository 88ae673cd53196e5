@NullMarked
package tapwright.core.tag.inspect;

import org.jspecify.annotations.NullMarked;
