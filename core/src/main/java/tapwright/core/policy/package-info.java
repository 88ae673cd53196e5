/** Sellers' policies as data, and the engine that decides a claim by them and says why. */
@NullMarked
package tapwright.core.policy;

import org.jspecify.annotations.NullMarked;
