/** Tests of what whoever runs a server may set. */
@NullMarked
package tapwright.server.main.settings;

import org.jspecify.annotations.NullMarked;
