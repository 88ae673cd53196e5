/** Golden cases, replays, and mutants that the cases must catch. */
@NullMarked
package tapwright.core.policy.cases;

import org.jspecify.annotations.NullMarked;
