@NullMarked
package tapwright.agent.main;

import org.jspecify.annotations.NullMarked;
