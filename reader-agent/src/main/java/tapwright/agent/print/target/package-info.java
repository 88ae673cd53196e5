/** Where labels go: files, label printers, print queues and the system's printers, by one port. */
@NullMarked
package tapwright.agent.print.target;

import org.jspecify.annotations.NullMarked;
