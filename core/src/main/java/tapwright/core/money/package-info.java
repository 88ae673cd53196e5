/** The money of one order: what was captured, is reserved, was refunded, and is disputed. */
@NullMarked
package tapwright.core.money;

import org.jspecify.annotations.NullMarked;
