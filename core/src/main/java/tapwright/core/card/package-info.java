/** The life of a card: its public token, its state, and the one function that moves it on. */
@NullMarked
package tapwright.core.card;

import org.jspecify.annotations.NullMarked;
