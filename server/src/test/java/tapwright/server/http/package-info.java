/** Routes, and the table of who may use them. */
@NullMarked
package tapwright.server.http;

import org.jspecify.annotations.NullMarked;
