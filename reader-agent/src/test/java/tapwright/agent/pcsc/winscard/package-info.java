@NullMarked
package tapwright.agent.pcsc.winscard;

import org.jspecify.annotations.NullMarked;
