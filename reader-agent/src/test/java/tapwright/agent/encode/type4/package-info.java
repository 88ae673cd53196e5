/** Tests of Type 4 tags in the field, torn at every exchange. */
@NullMarked
package tapwright.agent.encode.type4;

import org.jspecify.annotations.NullMarked;
