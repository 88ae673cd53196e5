/** The agent's command line and wiring. */
@NullMarked
package tapwright.agent.main;

import org.jspecify.annotations.NullMarked;
