/** The record in SQL behind the ports of {@code app}; today on SQLite. */
@NullMarked
package tapwright.server.store;

import org.jspecify.annotations.NullMarked;
