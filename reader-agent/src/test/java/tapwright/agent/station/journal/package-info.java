/** Tests of the journal. */
@NullMarked
package tapwright.agent.station.journal;

import org.jspecify.annotations.NullMarked;
