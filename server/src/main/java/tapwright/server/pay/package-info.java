/** Payment providers: a file on this machine, and one that is asked over HTTP. */
@NullMarked
package tapwright.server.pay;

import org.jspecify.annotations.NullMarked;
