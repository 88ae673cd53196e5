/** Mail as it leaves: its words, its form, and where it goes. */
@NullMarked
package tapwright.server.notify.mail;

import org.jspecify.annotations.NullMarked;
