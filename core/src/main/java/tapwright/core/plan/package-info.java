/** Plans that somebody pays for term by term: offers, charges, and the life of a subscription. */
@NullMarked
package tapwright.core.plan;

import org.jspecify.annotations.NullMarked;
