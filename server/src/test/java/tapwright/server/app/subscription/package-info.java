@NullMarked
package tapwright.server.app.subscription;

import org.jspecify.annotations.NullMarked;
