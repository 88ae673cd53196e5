/** A second, naive reading of packs: shares no code with the engine, so that the two can differ. */
@NullMarked
package tapwright.core.policy.naive;

import org.jspecify.annotations.NullMarked;
