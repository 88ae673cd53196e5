/** Zones, working weeks and spans of time: what day it is, and when a span is over. */
@NullMarked
package tapwright.core.policy.calendar;

import org.jspecify.annotations.NullMarked;
