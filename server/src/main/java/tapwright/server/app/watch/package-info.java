/** What a server notes of its own work: how hits fare, and whether it is ready for more. */
@NullMarked
package tapwright.server.app.watch;

import org.jspecify.annotations.NullMarked;
