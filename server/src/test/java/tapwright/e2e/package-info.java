/** The product as its users meet it: {@code ./tapwright} run as processes. */
@NullMarked
package tapwright.e2e;

import org.jspecify.annotations.NullMarked;
