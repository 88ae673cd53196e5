@NullMarked
package tapwright.core.plan;

import org.jspecify.annotations.NullMarked;
