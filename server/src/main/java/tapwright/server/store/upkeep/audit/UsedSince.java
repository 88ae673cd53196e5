package tapwright.server.store.upkeep.audit;

import tapwright.core.Bytes;
import tapwright.server.store.hit.Days;
import tapwright.server.store.hit.FoldedInstants;
import tapwright.server.store.upkeep.Session;

/**
 * What policies count of a card, from when it was given out: of the day on which that was, each hit
 * by itself, since the day's roll-up has the seller's own tries too.
 */
final class UsedSince {

  private final Session session;
  private final long card;

  UsedSince(Session session, long card) {
    this.session = session;
    this.card = card;
  }

  CardStory.Section section() {
    SectionRows rows = new SectionRows("used");
    session.each(
        "SELECT min(at) AS since, count(*) AS times FROM card_event"
            + " WHERE card_id = ? AND kind = 'issued'",
        row -> {
          if (row.getLong("times") > 0) {
            long since = row.getLong("since");
            rows.add(
                "since", CardAudit.instant(row, "since"),
                "taps", uses("tap", since),
                "shares", uses("share", since));
          }
        },
        card);
    return rows.section();
  }

  private long uses(String hitClass, long since) {
    long nextDay = Math.ceilDiv(since, Days.MICROS);
    return session.number(
            "SELECT coalesce(sum(hits), 0) FROM usage_day"
                + " WHERE card_id = ? AND class = ? AND day >= ?",
            card,
            hitClass,
            nextDay)
        + session.number(
            "SELECT count(*) FROM hit WHERE card_id = ? AND class = ? AND at >= ? AND at < ?",
            card,
            hitClass,
            since,
            Days.start(nextDay))
        + folded(hitClass, since);
  }

  /** Of hits that are on record no more, their instants tell. */
  private long folded(String hitClass, long since) {
    return session
        .list(
            "SELECT instants FROM usage_day WHERE card_id = ? AND class = ? AND day = ?",
            row -> new FoldedInstants(Bytes.copyOf(row.getBytes("instants"))),
            card,
            hitClass,
            Days.of(since))
        .stream()
        .flatMap(instants -> instants.uses().stream())
        .filter(use -> use.sinceMidnight() >= Math.floorMod(since, Days.MICROS))
        .filter(use -> Math.floorMod(since, Days.MICROS) > 0)
        .count();
  }
}
