/** What has to be done when its time comes, by whichever node is there. */
@NullMarked
package tapwright.server.app.duty;

import org.jspecify.annotations.NullMarked;
