/** All that is on record on one connection, table by table. */
@NullMarked
package tapwright.server.store.table;

import org.jspecify.annotations.NullMarked;
