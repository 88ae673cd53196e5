/** Figures for Prometheus; the only user of its library. */
@NullMarked
package tapwright.server.metrics;

import org.jspecify.annotations.NullMarked;
