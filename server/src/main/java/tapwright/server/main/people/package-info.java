/** People's accounts on the command line, and what the server keeps them by. */
@NullMarked
package tapwright.server.main.people;

import org.jspecify.annotations.NullMarked;
