/** A file of cards made without a server, one row a card, and resumed where it stopped. */
@NullMarked
package tapwright.agent.station.batch;

import org.jspecify.annotations.NullMarked;
