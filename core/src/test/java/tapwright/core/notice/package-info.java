/** What others are told, tested. */
@NullMarked
package tapwright.core.notice;

import org.jspecify.annotations.NullMarked;
