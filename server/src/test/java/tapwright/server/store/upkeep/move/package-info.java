@NullMarked
package tapwright.server.store.upkeep.move;

import org.jspecify.annotations.NullMarked;
