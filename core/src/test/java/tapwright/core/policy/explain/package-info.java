/** Tests of decisions in words, in time, and of what would change them. */
@NullMarked
package tapwright.core.policy.explain;

import org.jspecify.annotations.NullMarked;
