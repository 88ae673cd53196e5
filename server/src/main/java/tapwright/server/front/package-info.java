/** What every request meets first: limits, headers that answers carry, whom proxies speak for. */
@NullMarked
package tapwright.server.front;

import org.jspecify.annotations.NullMarked;
