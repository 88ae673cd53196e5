/** Encode jobs, and what stations reported of them. */
@NullMarked
package tapwright.server.record.station;

import org.jspecify.annotations.NullMarked;
