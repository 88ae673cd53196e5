/** Figures of encoding on emulated cards, against the fewest exchanges that it can take. */
@NullMarked
package tapwright.agent.main.bench.encode;

import org.jspecify.annotations.NullMarked;
