package tapwright.server.app.money;

import java.time.Instant;
import java.util.Locale;
import tapwright.core.trail.TrailEntry;
import tapwright.server.app.Caller;

/**
 * Who did something to money, why and when.
 *
 * @param at when it happened
 * @param recordedAt when the server learnt of it
 */
public record Circumstance(TrailEntry.By by, String cause, Instant at, Instant recordedAt) {

  /** What somebody does now. */
  public static Circumstance of(Caller caller, String cause, Instant now) {
    return new Circumstance(by(caller), cause, now, now);
  }

  static TrailEntry.By by(Caller caller) {
    return new TrailEntry.By(caller.name(), caller.role().name().toLowerCase(Locale.ROOT));
  }
}
