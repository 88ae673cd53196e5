/** The pages of people who work for a seller: plain HTML that needs no script. */
@NullMarked
package tapwright.server.console;

import org.jspecify.annotations.NullMarked;
