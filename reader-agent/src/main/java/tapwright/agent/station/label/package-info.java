/** Labels that a station prints for the cards that it makes. */
@NullMarked
package tapwright.agent.station.label;

import org.jspecify.annotations.NullMarked;
