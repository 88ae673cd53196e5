/** The record in SQL behind its ports; here what both engines share. */
@NullMarked
package tapwright.server.store;

import org.jspecify.annotations.NullMarked;
