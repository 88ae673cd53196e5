/** Commands on a record as a whole: migrate, back up, restore, verify, move, audit. */
@NullMarked
package tapwright.server.main.db;

import org.jspecify.annotations.NullMarked;
