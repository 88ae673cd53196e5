/** Commands on policies: list, show, check, test, explain, compare, begin anew. */
@NullMarked
package tapwright.server.main.policy;

import org.jspecify.annotations.NullMarked;
