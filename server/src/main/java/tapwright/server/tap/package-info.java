/** The hot path: a hit comes in, is stored with others, and is answered. */
@NullMarked
package tapwright.server.tap;

import org.jspecify.annotations.NullMarked;
