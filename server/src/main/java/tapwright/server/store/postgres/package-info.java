/** The record in PostgreSQL, which any number of nodes share. */
@NullMarked
package tapwright.server.store.postgres;

import org.jspecify.annotations.NullMarked;
