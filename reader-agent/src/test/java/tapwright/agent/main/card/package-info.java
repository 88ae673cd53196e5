/** Tests of the commands about one card, on emulated readers. */
@NullMarked
package tapwright.agent.main.card;

import org.jspecify.annotations.NullMarked;
