/** What is printed on: cards, single labels and sheets of labels, in their makers' measures. */
@NullMarked
package tapwright.agent.print.stock;

import org.jspecify.annotations.NullMarked;
