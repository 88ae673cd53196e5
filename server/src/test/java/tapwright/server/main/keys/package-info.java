/** Tests of the commands on master keys. */
@NullMarked
package tapwright.server.main.keys;

import org.jspecify.annotations.NullMarked;
