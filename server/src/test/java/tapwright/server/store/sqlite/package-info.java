@NullMarked
package tapwright.server.store.sqlite;

import org.jspecify.annotations.NullMarked;
