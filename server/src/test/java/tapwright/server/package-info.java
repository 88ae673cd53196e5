@NullMarked
package tapwright.server;

import org.jspecify.annotations.NullMarked;
