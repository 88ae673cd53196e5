/** Tests of the maker's signatures. */
@NullMarked
package tapwright.core.tag.originality;

import org.jspecify.annotations.NullMarked;
