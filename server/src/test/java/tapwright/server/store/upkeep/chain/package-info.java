@NullMarked
package tapwright.server.store.upkeep.chain;

import org.jspecify.annotations.NullMarked;
