/** Tests of the benchmarks. */
@NullMarked
package tapwright.agent.main.bench;

import org.jspecify.annotations.NullMarked;
