/** People's accounts and sessions in SQL. */
@NullMarked
package tapwright.server.store.account;

import org.jspecify.annotations.NullMarked;
