/** Decisions in words: what was decided, why, when what is due, and what would change it. */
@NullMarked
package tapwright.core.policy.explain;

import org.jspecify.annotations.NullMarked;
