@NullMarked
package tapwright.agent.main.label;

import org.jspecify.annotations.NullMarked;
