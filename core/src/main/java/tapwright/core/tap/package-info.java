/** What a request for a card's link is: a tap, a scan, or something that only looks like one. */
@NullMarked
package tapwright.core.tap;

import org.jspecify.annotations.NullMarked;
