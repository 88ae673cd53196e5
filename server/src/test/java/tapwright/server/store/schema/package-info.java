@NullMarked
package tapwright.server.store.schema;

import org.jspecify.annotations.NullMarked;
