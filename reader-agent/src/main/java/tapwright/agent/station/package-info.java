/**
 * The station: which card becomes whose, written down before and after each write.
 *
 * <p>A row of a batch or a job of the server's queue is the owner of a card. The {@link
 * tapwright.agent.station.journal.Journal} alone knows which UID belongs to which owner.
 */
@NullMarked
package tapwright.agent.station;

import org.jspecify.annotations.NullMarked;
