/** The station's side of the contract with the server: its address, its answers, its token. */
@NullMarked
package tapwright.agent.station.server;

import org.jspecify.annotations.NullMarked;
