/** How pages are made: HTML whole and without scripts, with what fills it in escaped. */
@NullMarked
package tapwright.server.page;

import org.jspecify.annotations.NullMarked;
