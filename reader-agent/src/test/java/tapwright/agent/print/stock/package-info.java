@NullMarked
package tapwright.agent.print.stock;

import org.jspecify.annotations.NullMarked;
