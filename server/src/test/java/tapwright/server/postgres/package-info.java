/** PostgreSQL for tests: private clusters that come and go. */
@NullMarked
package tapwright.server.postgres;

import org.jspecify.annotations.NullMarked;
