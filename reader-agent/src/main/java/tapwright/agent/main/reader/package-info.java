/** The readers as commands mean, await, open, list and trace them. */
@NullMarked
package tapwright.agent.main.reader;

import org.jspecify.annotations.NullMarked;
