/** What a command line names as target, and the target behind it. */
@NullMarked
package tapwright.agent.print.choice;

import org.jspecify.annotations.NullMarked;
