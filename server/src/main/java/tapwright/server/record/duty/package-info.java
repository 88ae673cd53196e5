/** Who does what is due, and the row of events that wait to be told. */
@NullMarked
package tapwright.server.record.duty;

import org.jspecify.annotations.NullMarked;
