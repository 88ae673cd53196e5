package tapwright.server.app.subscription;

import java.time.Instant;
import java.util.Locale;
import tapwright.core.trail.TrailEntry;
import tapwright.server.app.Caller;

/**
 * Who did something to a subscription, why and when.
 *
 * @param at when it happened, or was asked for
 * @param now when the server does it
 * @param paidByClaim whether a claim says what goes back for it, so that it says nothing of money
 */
public record Circumstance(
    TrailEntry.By by, String cause, Instant at, Instant now, boolean paidByClaim) {

  /** What nobody decided a claim about. */
  public Circumstance(TrailEntry.By by, String cause, Instant at, Instant now) {
    this(by, cause, at, now, false);
  }

  /** The server itself, when its time came. */
  static final TrailEntry.By TIME = new TrailEntry.By("renewals", "server");

  static Circumstance of(Caller caller, String cause, Instant at, Instant now) {
    String role = caller.role().name().toLowerCase(Locale.ROOT);
    return new Circumstance(new TrailEntry.By(caller.name(), role), cause, at, now);
  }

  static Circumstance inTime(Instant at, Instant now) {
    return new Circumstance(TIME, "", at, now);
  }
}
