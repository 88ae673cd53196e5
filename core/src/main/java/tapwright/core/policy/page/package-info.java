/** A pack as a page for people who judge it: every clause with its source, conditions in words. */
@NullMarked
package tapwright.core.policy.page;

import org.jspecify.annotations.NullMarked;
