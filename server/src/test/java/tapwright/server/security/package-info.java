@NullMarked
package tapwright.server.security;

import org.jspecify.annotations.NullMarked;
