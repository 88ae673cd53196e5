@NullMarked
package tapwright.server.tap;

import org.jspecify.annotations.NullMarked;
