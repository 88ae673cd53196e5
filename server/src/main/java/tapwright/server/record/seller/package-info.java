/** Sellers and what they set. */
@NullMarked
package tapwright.server.record.seller;

import org.jspecify.annotations.NullMarked;
