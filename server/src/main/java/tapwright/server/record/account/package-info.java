/** People: their accounts and sessions, and tries to sign in. */
@NullMarked
package tapwright.server.record.account;

import org.jspecify.annotations.NullMarked;
