/** The commands that print labels and look after printers. */
@NullMarked
package tapwright.agent.main.label;

import org.jspecify.annotations.NullMarked;
