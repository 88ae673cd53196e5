/** The tables of cards, and the cards that one connection remembers. */
@NullMarked
package tapwright.server.store.card;

import org.jspecify.annotations.NullMarked;
