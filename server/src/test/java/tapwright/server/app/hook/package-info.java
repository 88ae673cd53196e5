@NullMarked
package tapwright.server.app.hook;

import org.jspecify.annotations.NullMarked;
