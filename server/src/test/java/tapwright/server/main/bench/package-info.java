/** The benchmarks' own arithmetic. */
@NullMarked
package tapwright.server.main.bench;

import org.jspecify.annotations.NullMarked;
