/** Tests of the commands on the people whom cards speak for. */
@NullMarked
package tapwright.server.main.holder;

import org.jspecify.annotations.NullMarked;
