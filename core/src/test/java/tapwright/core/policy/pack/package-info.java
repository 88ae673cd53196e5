/** Tests of packs as data, and of the situation that they look at. */
@NullMarked
package tapwright.core.policy.pack;

import org.jspecify.annotations.NullMarked;
