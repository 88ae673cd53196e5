/** The demo: the whole path from contact to refund decision, played on the real parts. */
@NullMarked
package tapwright.agent.main.demo;

import org.jspecify.annotations.NullMarked;
