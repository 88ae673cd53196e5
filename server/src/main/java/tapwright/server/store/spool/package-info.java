/** The journal of hits on this machine's own disk, for the time in which the record is away. */
@NullMarked
package tapwright.server.store.spool;

import org.jspecify.annotations.NullMarked;
