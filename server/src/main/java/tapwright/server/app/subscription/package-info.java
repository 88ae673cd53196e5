/** Subscriptions: begun, changed, renewed, paid and ended, with the tier of their cards. */
@NullMarked
package tapwright.server.app.subscription;

import org.jspecify.annotations.NullMarked;
