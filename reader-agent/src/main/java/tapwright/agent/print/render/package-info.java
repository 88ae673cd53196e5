/** Drawn labels as files and as a label printer's commands. */
@NullMarked
package tapwright.agent.print.render;

import org.jspecify.annotations.NullMarked;
