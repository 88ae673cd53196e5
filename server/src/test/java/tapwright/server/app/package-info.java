@NullMarked
package tapwright.server.app;

import org.jspecify.annotations.NullMarked;
