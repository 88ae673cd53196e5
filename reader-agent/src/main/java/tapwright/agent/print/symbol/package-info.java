/** QR symbols for print: how large their modules must be, and the proof that they can be read. */
@NullMarked
package tapwright.agent.print.symbol;

import org.jspecify.annotations.NullMarked;
