/** An embedded record taken to PostgreSQL, wholly or not at all. */
@NullMarked
package tapwright.server.store.upkeep.move;

import org.jspecify.annotations.NullMarked;
