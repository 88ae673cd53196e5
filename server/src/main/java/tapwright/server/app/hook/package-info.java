/** Endpoints of shops: set up, told of what happened, and looked after. */
@NullMarked
package tapwright.server.app.hook;

import org.jspecify.annotations.NullMarked;
