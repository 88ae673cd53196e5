/** The Internet Printing Protocol: as much of its messages as printing labels takes. */
@NullMarked
package tapwright.agent.print.target.ipp;

import org.jspecify.annotations.NullMarked;
