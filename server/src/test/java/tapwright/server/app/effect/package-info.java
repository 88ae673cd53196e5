/** Tests of what follows of claims. */
@NullMarked
package tapwright.server.app.effect;

import org.jspecify.annotations.NullMarked;
