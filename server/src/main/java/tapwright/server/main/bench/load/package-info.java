/** The load that is sent: cards, links, wrk, and what is on record of it afterwards. */
@NullMarked
package tapwright.server.main.bench.load;

import org.jspecify.annotations.NullMarked;
