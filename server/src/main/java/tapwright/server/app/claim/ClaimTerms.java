package tapwright.server.app.claim;

import java.time.Duration;

/**
 * What whoever runs the server says of claims.
 *
 * @param warning how long before a deadline it is told
 * @param rmaLife how long goods may be sent back under a number, where nothing else is said
 * @param evidenceBytes how large a file may be
 */
public record ClaimTerms(Duration warning, Duration rmaLife, int evidenceBytes) {

  private static final int TWO_MEBIBYTES = 2 * 1024 * 1024;

  /** A day ahead, thirty days, and what a phone's photo has. */
  public static final ClaimTerms USUAL =
      new ClaimTerms(Duration.ofHours(24), Duration.ofDays(30), TWO_MEBIBYTES);
}
