/** Orders as they are kept, and the keys by which one that is sent again is known. */
@NullMarked
package tapwright.server.record.order;

import org.jspecify.annotations.NullMarked;
