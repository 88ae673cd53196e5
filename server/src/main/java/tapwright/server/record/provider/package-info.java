/** Sellers' own identity providers, and whom their subjects are here. */
@NullMarked
package tapwright.server.record.provider;

import org.jspecify.annotations.NullMarked;
