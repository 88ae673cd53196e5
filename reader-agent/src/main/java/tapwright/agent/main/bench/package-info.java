/** Benchmarks that the station's program ships. */
@NullMarked
package tapwright.agent.main.bench;

import org.jspecify.annotations.NullMarked;
