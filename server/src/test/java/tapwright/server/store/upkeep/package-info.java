/** Tests of what is done to a record as a whole. */
@NullMarked
package tapwright.server.store.upkeep;

import org.jspecify.annotations.NullMarked;
