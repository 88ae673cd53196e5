@NullMarked
package tapwright.agent.print.render;

import org.jspecify.annotations.NullMarked;
