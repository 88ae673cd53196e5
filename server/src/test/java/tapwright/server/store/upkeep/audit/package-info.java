@NullMarked
package tapwright.server.store.upkeep.audit;

import org.jspecify.annotations.NullMarked;
