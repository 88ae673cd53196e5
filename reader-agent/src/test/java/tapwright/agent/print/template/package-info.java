@NullMarked
package tapwright.agent.print.template;

import org.jspecify.annotations.NullMarked;
