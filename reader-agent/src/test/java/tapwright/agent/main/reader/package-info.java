/** Tests of how readers are listed, awaited and chosen. */
@NullMarked
package tapwright.agent.main.reader;

import org.jspecify.annotations.NullMarked;
