@NullMarked
package tapwright.server.app.account;

import org.jspecify.annotations.NullMarked;
