/** Carries what happened to shops and customers: requests to endpoints, mail. */
@NullMarked
package tapwright.server.notify;

import org.jspecify.annotations.NullMarked;
