/** Keys as they are kept: wrapped, those of the installation and those of holders. */
@NullMarked
package tapwright.server.record.key;

import org.jspecify.annotations.NullMarked;
