@NullMarked
package tapwright.server.main.bench.record;

import org.jspecify.annotations.NullMarked;
