/** Goods that come back, and what carriers say of parcels. */
@NullMarked
package tapwright.server.record.goods;

import org.jspecify.annotations.NullMarked;
