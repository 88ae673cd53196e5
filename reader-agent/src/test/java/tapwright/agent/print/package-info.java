@NullMarked
package tapwright.agent.print;

import org.jspecify.annotations.NullMarked;
