/** Statements and values as both engines take them. */
@NullMarked
package tapwright.server.store.sql;

import org.jspecify.annotations.NullMarked;
