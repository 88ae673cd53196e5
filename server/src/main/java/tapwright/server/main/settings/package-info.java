/**
 * What whoever runs a server may set: each key declared once, read from flags, environment and
 * file.
 */
@NullMarked
package tapwright.server.main.settings;

import org.jspecify.annotations.NullMarked;
