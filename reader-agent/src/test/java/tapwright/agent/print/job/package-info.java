@NullMarked
package tapwright.agent.print.job;

import org.jspecify.annotations.NullMarked;
