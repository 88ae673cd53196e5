@NullMarked
package tapwright.agent.emulator.type4;

import org.jspecify.annotations.NullMarked;
