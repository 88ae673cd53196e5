@NullMarked
package tapwright.server.main.bench.load;

import org.jspecify.annotations.NullMarked;
