@NullMarked
package tapwright.server.store.hit;

import org.jspecify.annotations.NullMarked;
