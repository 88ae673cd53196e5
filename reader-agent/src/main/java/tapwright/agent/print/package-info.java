/** What is printed: QR symbols as files, and sheets of labels. */
@NullMarked
package tapwright.agent.print;

import org.jspecify.annotations.NullMarked;
