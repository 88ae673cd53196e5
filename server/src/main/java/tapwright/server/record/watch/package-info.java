/** The record as those see it who watch a server: how much waits, and how old it is. */
@NullMarked
package tapwright.server.record.watch;

import org.jspecify.annotations.NullMarked;
