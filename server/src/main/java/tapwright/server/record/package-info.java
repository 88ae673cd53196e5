/**
 * What is kept of cards and their sellers, and the port to it: works that happen wholly or not at
 * all.
 */
@NullMarked
package tapwright.server.record;

import org.jspecify.annotations.NullMarked;
