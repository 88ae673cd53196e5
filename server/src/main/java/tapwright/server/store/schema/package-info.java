/** The versions of a record's tables, and the way from one to the next. */
@NullMarked
package tapwright.server.store.schema;

import org.jspecify.annotations.NullMarked;
