@NullMarked
package tapwright.agent.print.text;

import org.jspecify.annotations.NullMarked;
