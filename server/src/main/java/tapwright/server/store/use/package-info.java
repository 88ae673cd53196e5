/** Counting what policies count: the uses of an account's cards inside segments of time. */
@NullMarked
package tapwright.server.store.use;

import org.jspecify.annotations.NullMarked;
