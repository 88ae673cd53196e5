@NullMarked
package tapwright.server.main.serve;

import org.jspecify.annotations.NullMarked;
