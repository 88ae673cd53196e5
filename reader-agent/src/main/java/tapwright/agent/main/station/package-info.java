/** The commands that make many cards, from a file or for a server, and how far they are. */
@NullMarked
package tapwright.agent.main.station;

import org.jspecify.annotations.NullMarked;
