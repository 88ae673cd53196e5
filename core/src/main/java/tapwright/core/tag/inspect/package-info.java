/** What a card that came back is, as one look finds it, and what is to be thought of it. */
@NullMarked
package tapwright.core.tag.inspect;

import org.jspecify.annotations.NullMarked;
