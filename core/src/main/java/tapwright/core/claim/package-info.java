/** Claims from first contact to closed, what follows of them, and goods that come back. */
@NullMarked
package tapwright.core.claim;

import org.jspecify.annotations.NullMarked;
