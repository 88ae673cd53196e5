/** Tests of packs as pages. */
@NullMarked
package tapwright.core.policy.page;

import org.jspecify.annotations.NullMarked;
