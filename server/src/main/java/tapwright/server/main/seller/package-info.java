/** Commands about the sellers that one server serves. */
@NullMarked
package tapwright.server.main.seller;

import org.jspecify.annotations.NullMarked;
