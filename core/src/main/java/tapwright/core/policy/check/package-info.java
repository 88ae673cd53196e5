/** The analysis of packs as a whole: every cell, its gaps, clashes, dead parts and differences. */
@NullMarked
package tapwright.core.policy.check;

import org.jspecify.annotations.NullMarked;
