@NullMarked
package tapwright.server.app.claim;

import org.jspecify.annotations.NullMarked;
