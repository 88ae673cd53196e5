/** Stories: what shops, support, stations and people who tap do, told to a server step by step. */
@NullMarked
package tapwright.server.main.scenario;

import org.jspecify.annotations.NullMarked;
