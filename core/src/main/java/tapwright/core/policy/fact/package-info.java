/** What is known of an order, its cards and a claim: facts, events, uses, and their values. */
@NullMarked
package tapwright.core.policy.fact;

import org.jspecify.annotations.NullMarked;
