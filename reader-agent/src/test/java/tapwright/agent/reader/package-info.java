@NullMarked
package tapwright.agent.reader;

import org.jspecify.annotations.NullMarked;
