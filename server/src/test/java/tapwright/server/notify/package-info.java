@NullMarked
package tapwright.server.notify;

import org.jspecify.annotations.NullMarked;
