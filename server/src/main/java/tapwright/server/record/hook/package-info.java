/** Where shops are told of what happened, and what is on its way there. */
@NullMarked
package tapwright.server.record.hook;

import org.jspecify.annotations.NullMarked;
