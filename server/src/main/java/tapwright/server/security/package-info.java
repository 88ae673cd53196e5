/** Secrets: station and shop tokens, contacts at rest, the marks that know a browser again. */
@NullMarked
package tapwright.server.security;

import org.jspecify.annotations.NullMarked;
