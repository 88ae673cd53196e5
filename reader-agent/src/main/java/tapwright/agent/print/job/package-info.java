/** Labels printed one job after the other, each of them once, whatever happens in between. */
@NullMarked
package tapwright.agent.print.job;

import org.jspecify.annotations.NullMarked;
