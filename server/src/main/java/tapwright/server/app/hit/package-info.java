/** Hits taken, decided in batches and answered once they cannot be lost. */
@NullMarked
package tapwright.server.app.hit;

import org.jspecify.annotations.NullMarked;
