/** What others are told of what happened: how it is signed, and when it is told again. */
@NullMarked
package tapwright.core.notice;

import org.jspecify.annotations.NullMarked;
