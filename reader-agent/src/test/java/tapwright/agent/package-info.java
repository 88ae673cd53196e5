@NullMarked
package tapwright.agent;

import org.jspecify.annotations.NullMarked;
