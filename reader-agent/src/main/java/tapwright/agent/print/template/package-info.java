/** Templates: which field stands where on a label, as data of the shop. */
@NullMarked
package tapwright.agent.print.template;

import org.jspecify.annotations.NullMarked;
