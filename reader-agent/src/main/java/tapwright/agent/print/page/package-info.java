/** A drawn label: marks on a surface, in millimetres and without a device. */
@NullMarked
package tapwright.agent.print.page;

import org.jspecify.annotations.NullMarked;
