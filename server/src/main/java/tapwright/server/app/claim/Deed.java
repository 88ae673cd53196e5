package tapwright.server.app.claim;

import java.time.Instant;
import java.util.Locale;
import tapwright.core.trail.TrailEntry;
import tapwright.server.app.Caller;

/**
 * Who does something about a claim, why and when.
 *
 * @param cause in the words of who does it; may be empty
 * @param at when it happened
 * @param recordedAt when the server learnt of it
 */
public record Deed(TrailEntry.By by, String cause, Instant at, Instant recordedAt) {

  public static Deed of(Caller caller, String cause, Instant now) {
    return of(caller, cause, now, now);
  }

  static Deed of(Caller caller, String cause, Instant at, Instant now) {
    return new Deed(
        new TrailEntry.By(caller.name(), caller.role().name().toLowerCase(Locale.ROOT)),
        cause,
        at,
        now);
  }

  /** The same, for this cause where none is said. */
  Deed because(String why) {
    return cause.isEmpty() ? new Deed(by, why, at, recordedAt) : this;
  }

  /** What the server does by itself. */
  public static Deed ofDuty(String duty, Instant now) {
    return new Deed(new TrailEntry.By(duty, "server"), "", now, now);
  }
}
