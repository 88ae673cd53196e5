/** The tables of hits, of counters and of what is rolled up of them. */
@NullMarked
package tapwright.server.store.hit;

import org.jspecify.annotations.NullMarked;
