/** Orders taken, with a card, its secrets and an encode job for each line. */
@NullMarked
package tapwright.server.app.order;

import org.jspecify.annotations.NullMarked;
