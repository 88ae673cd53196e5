@NullMarked
package tapwright.server.app.card;

import org.jspecify.annotations.NullMarked;
