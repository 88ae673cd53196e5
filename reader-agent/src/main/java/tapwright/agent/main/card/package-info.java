/** The commands about one card, their options, and what they print. */
@NullMarked
package tapwright.agent.main.card;

import org.jspecify.annotations.NullMarked;
