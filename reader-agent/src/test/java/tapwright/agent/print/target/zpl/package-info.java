@NullMarked
package tapwright.agent.print.target.zpl;

import org.jspecify.annotations.NullMarked;
