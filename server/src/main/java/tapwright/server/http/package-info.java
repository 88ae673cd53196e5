/** Routes: decode, call one use case, encode; every error is problem+json; nothing is decided. */
@NullMarked
package tapwright.server.http;

import org.jspecify.annotations.NullMarked;
