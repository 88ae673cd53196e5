/** A policy as data: clauses, conditions, windows and gaps, and the situation that they look at. */
@NullMarked
package tapwright.core.policy.pack;

import org.jspecify.annotations.NullMarked;
