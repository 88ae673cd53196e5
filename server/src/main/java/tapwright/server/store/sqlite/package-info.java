/** The record in one SQLite file: one thread writes, many works in one transaction. */
@NullMarked
package tapwright.server.store.sqlite;

import org.jspecify.annotations.NullMarked;
