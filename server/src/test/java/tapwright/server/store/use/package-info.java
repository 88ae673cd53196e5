@NullMarked
package tapwright.server.store.use;

import org.jspecify.annotations.NullMarked;
