@NullMarked
package tapwright.server.main.policy;

import org.jspecify.annotations.NullMarked;
