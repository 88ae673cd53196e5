/** Trails as they are kept: what happened to claims, money and plans, entry by entry. */
@NullMarked
package tapwright.server.record.trail;

import org.jspecify.annotations.NullMarked;
