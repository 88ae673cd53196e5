/** What all use cases speak: who asks, what is answered, why something is not done. */
@NullMarked
package tapwright.server.app;

import org.jspecify.annotations.NullMarked;
