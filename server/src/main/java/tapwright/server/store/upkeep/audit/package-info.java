/**
 * A record checked against itself: counts against hits, decisions against what they were taken
 * from.
 */
@NullMarked
package tapwright.server.store.upkeep.audit;

import org.jspecify.annotations.NullMarked;
