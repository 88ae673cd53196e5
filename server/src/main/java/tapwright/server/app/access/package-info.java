/** Who may do what on a server: sellers, their settings, tokens, the keys it is run with. */
@NullMarked
package tapwright.server.app.access;

import org.jspecify.annotations.NullMarked;
