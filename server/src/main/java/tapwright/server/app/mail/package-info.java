/** Mail to customers: made of what happened, and sent once. */
@NullMarked
package tapwright.server.app.mail;

import org.jspecify.annotations.NullMarked;
