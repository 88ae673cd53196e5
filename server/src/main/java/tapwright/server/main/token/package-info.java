/** Commands about what machines show to be let in. */
@NullMarked
package tapwright.server.main.token;

import org.jspecify.annotations.NullMarked;
