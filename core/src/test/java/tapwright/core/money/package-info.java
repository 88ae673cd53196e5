/** What money may do, in every state. */
@NullMarked
package tapwright.core.money;

import org.jspecify.annotations.NullMarked;
