/** Trails and cards' histories checked link by link, and checkpoints of where they stood. */
@NullMarked
package tapwright.server.store.upkeep.chain;

import org.jspecify.annotations.NullMarked;
