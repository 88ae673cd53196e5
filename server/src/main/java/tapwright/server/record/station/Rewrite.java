package tapwright.server.record.station;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;

/**
 * One chip in the field that a station was told to write anew.
 *
 * @param id under which the station reports it
 * @param station the token of the station that had it on its reader
 * @param leasedUntil when another may be told the same, and this one counts as open no more
 * @param endedAt when the station said what became of it
 * @param problem the code of why it was not written
 */
public record Rewrite(
    String id,
    SellerId seller,
    CardId card,
    String station,
    RewriteState state,
    Instant askedAt,
    Instant leasedUntil,
    Optional<Instant> endedAt,
    Optional<String> problem) {

  /** A rewrite that begins. */
  public static Rewrite open(String id, SellerId seller, CardId card, String station, Lease lease) {
    return new Rewrite(
        id,
        seller,
        card,
        station,
        RewriteState.OPEN,
        lease.from(),
        lease.until(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same, asked for once more. */
  public Rewrite leasedUntil(Instant until) {
    return new Rewrite(id, seller, card, station, state, askedAt, until, endedAt, problem);
  }

  public Rewrite ended(RewriteState how, Instant at, Optional<String> why) {
    return new Rewrite(id, seller, card, station, how, askedAt, leasedUntil, Optional.of(at), why);
  }

  /** How long something is a station's. */
  public record Lease(Instant from, Instant until) {}
}
