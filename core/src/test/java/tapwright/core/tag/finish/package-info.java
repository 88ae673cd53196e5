/** Tests of the plans of locks and passwords, on a modelled chip. */
@NullMarked
package tapwright.core.tag.finish;

import org.jspecify.annotations.NullMarked;
