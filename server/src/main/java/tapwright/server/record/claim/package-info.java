/** Claims with their decisions, and the deadlines that these set. */
@NullMarked
package tapwright.server.record.claim;

import org.jspecify.annotations.NullMarked;
