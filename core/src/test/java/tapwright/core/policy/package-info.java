@NullMarked
package tapwright.core.policy;

import org.jspecify.annotations.NullMarked;
