/** The strict reading of YAML texts: every value with its place, each wrong one named. */
@NullMarked
package tapwright.core.yaml;

import org.jspecify.annotations.NullMarked;
