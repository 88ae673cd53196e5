package tapwright.server.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tapwright.core.Refusal;

/** When something happened, as its sender says, whose clock may be a little ahead of ours. */
public final class SentInstant {

  /** More than clocks that are set by the network ever differ. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  /** Before any card was made: an earlier instant comes from a clock that was never set. */
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

  private SentInstant() {}

  /** Why the instant cannot be taken; empty when it can, or when none was sent. */
  public static Optional<Refusal> refusal(Optional<Instant> at, Instant now) {
    Instant last = now.plus(SKEW);
    return at.filter(sent -> sent.isBefore(FIRST) || sent.isAfter(last))
        .map(
            sent ->
                AppRefusal.INSTANT_OUTSIDE.with(
                    "field", "at", "seen", sent, "allowed", FIRST + " to " + last));
  }

  /** The instant, which is now where none was sent, and never later than now. */
  public static Instant of(Optional<Instant> at, Instant now) {
    return at.filter(sent -> sent.isBefore(now)).orElse(now);
  }
}
