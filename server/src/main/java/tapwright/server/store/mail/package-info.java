/** Mail to customers in SQL. */
@NullMarked
package tapwright.server.store.mail;

import org.jspecify.annotations.NullMarked;
