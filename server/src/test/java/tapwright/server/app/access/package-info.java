/** Tests of who may do what: tokens, codes, sellers, and the keys. */
@NullMarked
package tapwright.server.app.access;

import org.jspecify.annotations.NullMarked;
