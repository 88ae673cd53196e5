/** Present, identify, plan, write, read back: what happens to one tag on one reader. */
@NullMarked
package tapwright.agent.encode;

import org.jspecify.annotations.NullMarked;
