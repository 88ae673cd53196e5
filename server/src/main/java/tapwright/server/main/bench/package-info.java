/** Figures of the whole server: processes started, load sent, answers compared with the record. */
@NullMarked
package tapwright.server.main.bench;

import org.jspecify.annotations.NullMarked;
