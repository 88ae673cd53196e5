package tapwright.server.record.card;

import java.time.Instant;

/**
 * One entry in the append-only history of a card.
 *
 * @param version the card's version after it
 * @param kind the event, lower-case words joined by hyphens
 * @param detail what more there is to say of it; may be empty
 * @param actor who did it: a token's name, or {@code tap} for the first tap
 * @param role as what they did it; empty for the server itself
 * @param cause why, in the words of who did it; may be empty
 * @param at when it happened
 * @param recordedAt when the server learnt of it
 */
public record CardHistory(
    long version,
    String kind,
    String detail,
    String actor,
    String role,
    String cause,
    Instant at,
    Instant recordedAt) {

  /** What the server did itself, or somebody whose role is not known. */
  public CardHistory(
      long version,
      String kind,
      String detail,
      String actor,
      String cause,
      Instant at,
      Instant recordedAt) {
    this(version, kind, detail, actor, "", cause, at, recordedAt);
  }
}
