/** Commands that measure, and the figures that one thread shows. */
@NullMarked
package tapwright.server.main.bench;

import org.jspecify.annotations.NullMarked;
