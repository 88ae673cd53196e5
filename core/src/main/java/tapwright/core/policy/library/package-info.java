/**
 * The packs, overlays and holiday lists at hand, those that are shipped and those added to them.
 */
@NullMarked
package tapwright.core.policy.library;

import org.jspecify.annotations.NullMarked;
