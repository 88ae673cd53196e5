/** Tests of what all commands share. */
@NullMarked
package tapwright.agent.main.console;

import org.jspecify.annotations.NullMarked;
