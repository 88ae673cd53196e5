@NullMarked
package tapwright.server.main.installation;

import org.jspecify.annotations.NullMarked;
