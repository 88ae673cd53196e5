/** The certificate by which the server is known: read, proven, and taken anew when it changes. */
@NullMarked
package tapwright.server.front.tls;

import org.jspecify.annotations.NullMarked;
