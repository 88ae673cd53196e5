/** Claims decided on what is on record and what is sent along. */
@NullMarked
package tapwright.server.app.claim;

import org.jspecify.annotations.NullMarked;
