/** Operations of Type 2 tags over a reader's channel. */
@NullMarked
package tapwright.agent.tag;

import org.jspecify.annotations.NullMarked;
