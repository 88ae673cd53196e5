package tapwright.server.app.claim;

import java.time.Duration;
import java.util.Set;

/**
 * What whoever runs the server says of claims.
 *
 * @param warning how long before a deadline it is told
 * @param rmaLife how long goods may be sent back under a number, where nothing else is said
 * @param evidenceBytes how large a file may be
 * @param carriesOut the outcomes and effects that the server carries out by itself, as policies
 *     spell them
 */
public record ClaimTerms(
    Duration warning, Duration rmaLife, int evidenceBytes, Set<String> carriesOut) {

  private static final int TWO_MEBIBYTES = 2 * 1024 * 1024;

  /** A day ahead, thirty days, what a phone's photo has; and nothing without people. */
  public static final ClaimTerms USUAL =
      new ClaimTerms(Duration.ofHours(24), Duration.ofDays(30), TWO_MEBIBYTES, Set.of());

  public ClaimTerms {
    carriesOut = Set.copyOf(carriesOut);
  }

  /** The same, where the server carries out these by itself. */
  public ClaimTerms carryingOut(Set<String> words) {
    return new ClaimTerms(warning, rmaLife, evidenceBytes, words);
  }
}
