/** Claims as they go on after their first decision, and goods that come back, in SQL. */
@NullMarked
package tapwright.server.store.claim;

import org.jspecify.annotations.NullMarked;
