@NullMarked
package tapwright.agent.emulator;

import org.jspecify.annotations.NullMarked;
