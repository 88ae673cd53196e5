/** Tests of batches and of two readers that share one. */
@NullMarked
package tapwright.agent.station.batch;

import org.jspecify.annotations.NullMarked;
