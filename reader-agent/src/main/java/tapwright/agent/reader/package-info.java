/** Readers as they differ: how each passes a tag's own commands. */
@NullMarked
package tapwright.agent.reader;

import org.jspecify.annotations.NullMarked;
