/** Backups of a record, and records made of backups. */
@NullMarked
package tapwright.server.store.upkeep.backup;

import org.jspecify.annotations.NullMarked;
