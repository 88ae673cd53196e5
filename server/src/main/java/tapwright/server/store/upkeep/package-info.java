/** What is done to a record as a whole: here what checking, backing up and moving share. */
@NullMarked
package tapwright.server.store.upkeep;

import org.jspecify.annotations.NullMarked;
