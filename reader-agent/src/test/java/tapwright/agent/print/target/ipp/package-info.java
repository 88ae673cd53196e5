@NullMarked
package tapwright.agent.print.target.ipp;

import org.jspecify.annotations.NullMarked;
