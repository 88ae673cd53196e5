/** Mail to customers: what is to be sent, and what became of it. */
@NullMarked
package tapwright.server.record.mail;

import org.jspecify.annotations.NullMarked;
