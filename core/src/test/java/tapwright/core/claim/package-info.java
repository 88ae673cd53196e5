@NullMarked
package tapwright.core.claim;

import org.jspecify.annotations.NullMarked;
