package tapwright.core.trail;

import java.time.Instant;

/**
 * One thing that happened, by whom and why.
 *
 * <p>What may be personal is not in it but under its holder's key, so that a person can be
 * forgotten and the trail stays as it was written.
 *
 * @param number from 1 on, without gaps
 * @param kind what happened, lower-case words joined by hyphens
 * @param detail a JSON object that says more
 * @param cause why: a decision and its clause, or words; may be empty
 * @param at when it happened
 * @param recordedAt when it was written down
 */
public record TrailEntry(
    long number, String kind, String detail, By by, String cause, Instant at, Instant recordedAt) {

  /** Who did it: the name of a person or a machine, or of a duty of the server, and as what. */
  public record By(String actor, String role) {}

  public TrailEntry {
    if (number < 1) {
      throw new IllegalArgumentException("number is " + number + ", allowed is 1 and more");
    }
    // PostgreSQL keeps no NUL, and what is linked has to be what is kept
    cause = cause.replace('\0', '\uFFFD');
  }
}
