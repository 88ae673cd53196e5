/** Tests of what every request meets first. */
@NullMarked
package tapwright.server.front;

import org.jspecify.annotations.NullMarked;
