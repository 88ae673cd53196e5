/** Endpoints of shops and their deliveries in SQL. */
@NullMarked
package tapwright.server.store.hook;

import org.jspecify.annotations.NullMarked;
