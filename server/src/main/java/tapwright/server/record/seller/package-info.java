/** Sellers, and the tokens by which their machines show who they are. */
@NullMarked
package tapwright.server.record.seller;

import org.jspecify.annotations.NullMarked;
