/** Money that comes in and goes back: captures, refunds, disputes, and who pays. */
@NullMarked
package tapwright.server.app.money;

import org.jspecify.annotations.NullMarked;
