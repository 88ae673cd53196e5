/** Money: each step, and whole histories. */
@NullMarked
package tapwright.server.app.money;

import org.jspecify.annotations.NullMarked;
