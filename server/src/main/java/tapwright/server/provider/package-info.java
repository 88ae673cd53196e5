/** What goes over the wire to identity providers; the only user of the library for their tokens. */
@NullMarked
package tapwright.server.provider;

import org.jspecify.annotations.NullMarked;
