@NullMarked
package tapwright.agent.station;

import org.jspecify.annotations.NullMarked;
