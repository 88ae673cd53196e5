/** The contract between a station and the server, version 1: plain records, carried as JSON. */
@NullMarked
package tapwright.core.wire;

import org.jspecify.annotations.NullMarked;
