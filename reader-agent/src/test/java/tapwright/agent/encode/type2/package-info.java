/** Tests of Type 2 tags in the field, and transcripts of readers replayed. */
@NullMarked
package tapwright.agent.encode.type2;

import org.jspecify.annotations.NullMarked;
