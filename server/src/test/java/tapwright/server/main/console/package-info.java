@NullMarked
package tapwright.server.main.console;

import org.jspecify.annotations.NullMarked;
