/** Tests of virtual cards and readers. */
@NullMarked
package tapwright.agent.main.emulate;

import org.jspecify.annotations.NullMarked;
