/** Decisions: which clauses of a pack bind in a situation, what they give, by when, until when. */
@NullMarked
package tapwright.core.policy.decide;

import org.jspecify.annotations.NullMarked;
