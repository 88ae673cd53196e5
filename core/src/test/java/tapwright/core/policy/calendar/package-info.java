/** Tests of zones, working weeks and spans. */
@NullMarked
package tapwright.core.policy.calendar;

import org.jspecify.annotations.NullMarked;
