/** Taps measured: each store against a bare redirect, in turn, round after round. */
@NullMarked
package tapwright.server.main.bench.taps;

import org.jspecify.annotations.NullMarked;
