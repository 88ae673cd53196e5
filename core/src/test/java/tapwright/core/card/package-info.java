@NullMarked
package tapwright.core.card;

import org.jspecify.annotations.NullMarked;
