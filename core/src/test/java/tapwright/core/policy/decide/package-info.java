/** Tests of decisions, seller by seller and on random claims. */
@NullMarked
package tapwright.core.policy.decide;

import org.jspecify.annotations.NullMarked;
