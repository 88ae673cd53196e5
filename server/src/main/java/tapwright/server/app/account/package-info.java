/** People: who has an account, how they sign in, and how long that holds. */
@NullMarked
package tapwright.server.app.account;

import org.jspecify.annotations.NullMarked;
