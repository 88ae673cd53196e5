/** What the server can be asked to do, one class a use case, and the ports that these need. */
@NullMarked
package tapwright.server.app;

import org.jspecify.annotations.NullMarked;
