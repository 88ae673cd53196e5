/** The server's command line. */
@NullMarked
package tapwright.server.main;

import org.jspecify.annotations.NullMarked;
