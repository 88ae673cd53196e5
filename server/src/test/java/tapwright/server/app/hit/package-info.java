@NullMarked
package tapwright.server.app.hit;

import org.jspecify.annotations.NullMarked;
