/** Lives of cards, claims and money together, drawn from seeds, beside a simple model of them. */
@NullMarked
package tapwright.server.app.life;

import org.jspecify.annotations.NullMarked;
