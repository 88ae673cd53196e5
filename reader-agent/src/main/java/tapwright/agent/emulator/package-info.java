/** Virtual tags and readers, page for page as the real ones: for the demo, training and tests. */
@NullMarked
package tapwright.agent.emulator;

import org.jspecify.annotations.NullMarked;
