/** Subscriptions as they are kept, with their charges. */
@NullMarked
package tapwright.server.record.subscription;

import org.jspecify.annotations.NullMarked;
