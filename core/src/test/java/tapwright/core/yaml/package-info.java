@NullMarked
package tapwright.core.yaml;

import org.jspecify.annotations.NullMarked;
