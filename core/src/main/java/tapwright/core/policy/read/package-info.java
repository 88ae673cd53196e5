/** Readers of the formats of packs, overlays and holiday lists: strict in keys and values. */
@NullMarked
package tapwright.core.policy.read;

import org.jspecify.annotations.NullMarked;
