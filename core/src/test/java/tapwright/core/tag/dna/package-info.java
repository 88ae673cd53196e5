@NullMarked
package tapwright.core.tag.dna;

import org.jspecify.annotations.NullMarked;
