/** The server wired and run: the way of hits, the rounds beside it, the start and the stop. */
@NullMarked
package tapwright.server.main.serve;

import org.jspecify.annotations.NullMarked;
