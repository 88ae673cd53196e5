/** Tests of the figures of encoding. */
@NullMarked
package tapwright.agent.main.bench.encode;

import org.jspecify.annotations.NullMarked;
