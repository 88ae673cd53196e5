/**
 * Cards lost, torn and unplugged at every exchange, then laid down again: the walks and their
 * stand.
 */
@NullMarked
package tapwright.agent.station.walk;

import org.jspecify.annotations.NullMarked;
