@NullMarked
package tapwright.agent.print.symbol;

import org.jspecify.annotations.NullMarked;
