@NullMarked
package tapwright.server.store;

import org.jspecify.annotations.NullMarked;
