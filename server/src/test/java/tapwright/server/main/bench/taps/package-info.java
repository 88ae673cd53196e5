@NullMarked
package tapwright.server.main.bench.taps;

import org.jspecify.annotations.NullMarked;
