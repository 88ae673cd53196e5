/** Tests of encoding on every modelled reader. */
@NullMarked
package tapwright.agent.encode.reader;

import org.jspecify.annotations.NullMarked;
