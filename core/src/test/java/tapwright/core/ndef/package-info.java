@NullMarked
package tapwright.core.ndef;

import org.jspecify.annotations.NullMarked;
