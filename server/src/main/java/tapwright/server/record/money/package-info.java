/** The money of orders as it is kept: what was captured, what goes back, what is disputed. */
@NullMarked
package tapwright.server.record.money;

import org.jspecify.annotations.NullMarked;
