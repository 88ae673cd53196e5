@NullMarked
package tapwright.agent.pcsc;

import org.jspecify.annotations.NullMarked;
