/** Printers that the operating system has, through Java's print service. */
@NullMarked
package tapwright.agent.print.target.system;

import org.jspecify.annotations.NullMarked;
