@NullMarked
package tapwright.core.tap;

import org.jspecify.annotations.NullMarked;
