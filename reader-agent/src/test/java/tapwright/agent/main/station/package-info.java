/** Tests of the commands that make many cards, and of their progress. */
@NullMarked
package tapwright.agent.main.station;

import org.jspecify.annotations.NullMarked;
