@NullMarked
package tapwright.server.app.duty;

import org.jspecify.annotations.NullMarked;
