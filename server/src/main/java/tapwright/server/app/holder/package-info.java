/** People whom cards speak for: their contacts kept under keys of their own, and forgotten. */
@NullMarked
package tapwright.server.app.holder;

import org.jspecify.annotations.NullMarked;
