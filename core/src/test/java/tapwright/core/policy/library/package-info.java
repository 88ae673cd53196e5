/** Tests of the packs, overlays and holiday lists at hand, in all their versions. */
@NullMarked
package tapwright.core.policy.library;

import org.jspecify.annotations.NullMarked;
