/** The work that a server leases: jobs in, cards made, events out. */
@NullMarked
package tapwright.agent.station.job;

import org.jspecify.annotations.NullMarked;
