/** Statements, and whose rows they may touch. */
@NullMarked
package tapwright.server.store.sql;

import org.jspecify.annotations.NullMarked;
