/** Sign-in by sellers' own identity providers. */
@NullMarked
package tapwright.server.app.provider;

import org.jspecify.annotations.NullMarked;
