@NullMarked
package tapwright.agent.station.label;

import org.jspecify.annotations.NullMarked;
