/** Commands on the master keys that wrap the keys of a record. */
@NullMarked
package tapwright.server.main.keys;

import org.jspecify.annotations.NullMarked;
