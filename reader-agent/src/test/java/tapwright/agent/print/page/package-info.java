@NullMarked
package tapwright.agent.print.page;

import org.jspecify.annotations.NullMarked;
