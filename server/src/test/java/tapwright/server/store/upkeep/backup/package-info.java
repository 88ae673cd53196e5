@NullMarked
package tapwright.server.store.upkeep.backup;

import org.jspecify.annotations.NullMarked;
