@NullMarked
package tapwright.agent.print.choice;

import org.jspecify.annotations.NullMarked;
