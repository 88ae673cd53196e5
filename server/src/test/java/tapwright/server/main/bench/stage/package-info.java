@NullMarked
package tapwright.server.main.bench.stage;

import org.jspecify.annotations.NullMarked;
