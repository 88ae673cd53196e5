/** What is seen of cards and what is done to them. */
@NullMarked
package tapwright.server.app.card;

import org.jspecify.annotations.NullMarked;
