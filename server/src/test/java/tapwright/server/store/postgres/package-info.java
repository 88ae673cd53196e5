@NullMarked
package tapwright.server.store.postgres;

import org.jspecify.annotations.NullMarked;
