/** The server's command line and wiring. */
@NullMarked
package tapwright.server.main;

import org.jspecify.annotations.NullMarked;
