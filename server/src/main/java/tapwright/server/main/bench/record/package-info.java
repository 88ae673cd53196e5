/** Records of several sizes measured: what they take, decisions, taps on top. */
@NullMarked
package tapwright.server.main.bench.record;

import org.jspecify.annotations.NullMarked;
