/**
 * Hits as they come in and as they are kept, chips' read counters, and how often cards were used.
 */
@NullMarked
package tapwright.server.record.hit;

import org.jspecify.annotations.NullMarked;
