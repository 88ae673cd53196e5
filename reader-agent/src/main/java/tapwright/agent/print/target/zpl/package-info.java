/** Label printers that take Zebra's language over TCP. */
@NullMarked
package tapwright.agent.print.target.zpl;

import org.jspecify.annotations.NullMarked;
