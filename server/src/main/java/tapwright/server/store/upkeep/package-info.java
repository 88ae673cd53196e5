/** What is done to a record as a whole: checked, backed up, restored, moved, kept small. */
@NullMarked
package tapwright.server.store.upkeep;

import org.jspecify.annotations.NullMarked;
