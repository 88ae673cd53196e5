/** Tests of Type 2 operations on emulated chips. */
@NullMarked
package tapwright.agent.tag;

import org.jspecify.annotations.NullMarked;
