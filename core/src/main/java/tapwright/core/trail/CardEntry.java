package tapwright.core.trail;

import java.time.Instant;

/**
 * One entry of a card's history, as far as its link covers it.
 *
 * @param version the card's version after it, from 1 on without gaps
 * @param kind what happened, lower-case words joined by hyphens
 * @param detail what more there is to say of it; may be empty
 * @param actor who did it
 * @param role as what; empty for the server itself, and in entries from before roles were kept
 * @param cause why; may be empty
 * @param at when it happened
 * @param recordedAt when it was written down
 */
public record CardEntry(
    long version,
    String kind,
    String detail,
    String actor,
    String role,
    String cause,
    Instant at,
    Instant recordedAt) {

  /** The same at another place. */
  public CardEntry at(long number) {
    return new CardEntry(number, kind, detail, actor, role, cause, at, recordedAt);
  }
}
