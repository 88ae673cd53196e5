/** A reader on which tags of either type are encoded, one presentation after the other. */
@NullMarked
package tapwright.agent.encode.reader;

import org.jspecify.annotations.NullMarked;
