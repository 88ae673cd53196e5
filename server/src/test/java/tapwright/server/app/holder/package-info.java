/** Tests of people whom cards speak for. */
@NullMarked
package tapwright.server.app.holder;

import org.jspecify.annotations.NullMarked;
