/** Who may do what for a seller: roles, and the tokens by which machines show who they are. */
@NullMarked
package tapwright.server.record.access;

import org.jspecify.annotations.NullMarked;
