package tapwright.server.app.effect;

import java.util.Locale;
import tapwright.core.trail.TrailEntry;
import tapwright.server.app.Caller;
import tapwright.server.record.access.Role;

/**
 * Who carries something out.
 *
 * @param by under whose name it is written down
 * @param role whose limits hold
 * @param isServer whether nobody looks at it
 */
record Hand(TrailEntry.By by, Role role, boolean isServer) {

  /** The server itself, with no more rights than support has. */
  static final Hand SERVER = new Hand(new TrailEntry.By("carry-out", "server"), Role.SUPPORT, true);

  static Hand of(Caller caller) {
    String role = caller.role().name().toLowerCase(Locale.ROOT);
    return new Hand(new TrailEntry.By(caller.name(), role), caller.role(), false);
  }
}
