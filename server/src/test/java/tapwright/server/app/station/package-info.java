@NullMarked
package tapwright.server.app.station;

import org.jspecify.annotations.NullMarked;
