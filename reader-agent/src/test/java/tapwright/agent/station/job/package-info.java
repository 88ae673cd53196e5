/** Tests of a station on a server that answers as told. */
@NullMarked
package tapwright.agent.station.job;

import org.jspecify.annotations.NullMarked;
