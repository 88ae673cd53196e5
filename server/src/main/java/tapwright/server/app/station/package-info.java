/** What stations ask and report: jobs leased, events taken, chips known again. */
@NullMarked
package tapwright.server.app.station;

import org.jspecify.annotations.NullMarked;
