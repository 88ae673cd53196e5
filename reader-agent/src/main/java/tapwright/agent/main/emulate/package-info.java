/** Virtual cards on virtual readers: for pcscd, or in the place of the machine's own. */
@NullMarked
package tapwright.agent.main.emulate;

import org.jspecify.annotations.NullMarked;
