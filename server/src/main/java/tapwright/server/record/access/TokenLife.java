package tapwright.server.record.access;

import java.time.Instant;
import java.util.Optional;

/**
 * From when to when a token opens anything, and when it was shown.
 *
 * @param expiresAt from when on it opens nothing; absent for one that was made before tokens ended
 * @param revokedAt since when it opens nothing, because somebody said so
 * @param lastSeenAt when it last let somebody in, to about a minute
 * @param lastRefusedAt when it was last shown after its end, to about a minute
 */
public record TokenLife(
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt,
    Optional<Instant> lastSeenAt,
    Optional<Instant> lastRefusedAt) {

  /** The life of a token that is made now. */
  public static TokenLife between(Instant now, Instant end) {
    return new TokenLife(
        now, Optional.of(end), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public boolean hasExpired(Instant now) {
    return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
  }
}
