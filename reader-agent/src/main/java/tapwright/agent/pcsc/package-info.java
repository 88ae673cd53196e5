/** PC/SC: readers come and go, and each tag in a field is a {@link Transport}. */
@NullMarked
package tapwright.agent.pcsc;

import org.jspecify.annotations.NullMarked;
