/** What a command works with: the folder of state, keys, clock, chance and record. */
@NullMarked
package tapwright.server.main.installation;

import org.jspecify.annotations.NullMarked;
