/** What happened to a claim, to an order's money, to a plan: entries that are only ever added. */
@NullMarked
package tapwright.core.trail;

import org.jspecify.annotations.NullMarked;
