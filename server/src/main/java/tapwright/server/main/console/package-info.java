/** What every command shares: where it prints, and by which exit code it ends. */
@NullMarked
package tapwright.server.main.console;

import org.jspecify.annotations.NullMarked;
