@NullMarked
package tapwright.server.notify.mail;

import org.jspecify.annotations.NullMarked;
