/** What happened to which card, on disk before it matters; the only user of the database. */
@NullMarked
package tapwright.agent.station.journal;

import org.jspecify.annotations.NullMarked;
