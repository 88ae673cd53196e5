/** Tests of the analysis of packs as a whole. */
@NullMarked
package tapwright.core.policy.check;

import org.jspecify.annotations.NullMarked;
