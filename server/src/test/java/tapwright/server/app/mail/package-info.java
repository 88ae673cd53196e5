@NullMarked
package tapwright.server.app.mail;

import org.jspecify.annotations.NullMarked;
