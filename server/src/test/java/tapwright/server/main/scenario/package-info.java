@NullMarked
package tapwright.server.main.scenario;

import org.jspecify.annotations.NullMarked;
