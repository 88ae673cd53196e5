/** The strict reading of YAML texts: every value with its place, each wrong one named. */
@NullMarked
package tapwright.core.policy.text;

import org.jspecify.annotations.NullMarked;
