@NullMarked
package tapwright.server.app.order;

import org.jspecify.annotations.NullMarked;
