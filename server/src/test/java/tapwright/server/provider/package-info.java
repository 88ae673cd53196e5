/** A provider for tests, and what goes over the wire to one. */
@NullMarked
package tapwright.server.provider;

import org.jspecify.annotations.NullMarked;
