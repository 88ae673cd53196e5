@NullMarked
package tapwright.server.main.db;

import org.jspecify.annotations.NullMarked;
