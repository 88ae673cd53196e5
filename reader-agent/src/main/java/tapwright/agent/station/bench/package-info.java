/** One reader or several at work: whose a card is, what is done with it, what staff hear of it. */
@NullMarked
package tapwright.agent.station.bench;

import org.jspecify.annotations.NullMarked;
