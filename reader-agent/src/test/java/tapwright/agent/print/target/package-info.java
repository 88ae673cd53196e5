@NullMarked
package tapwright.agent.print.target;

import org.jspecify.annotations.NullMarked;
