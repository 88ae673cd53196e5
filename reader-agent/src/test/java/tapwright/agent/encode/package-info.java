/** Tests of encoding, on emulated readers. */
@NullMarked
package tapwright.agent.encode;

import org.jspecify.annotations.NullMarked;
