@NullMarked
package tapwright.server.store.spool;

import org.jspecify.annotations.NullMarked;
