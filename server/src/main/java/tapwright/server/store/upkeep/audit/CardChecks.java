package tapwright.server.store.upkeep.audit;

import java.util.List;
import tapwright.server.store.upkeep.Session;

/** The identities of cards, their events and their chips. */
final class CardChecks {

  private CardChecks() {}

  static List<CheckResult> run(Session session) {
    return List.of(events(session), chips(session));
  }

  private static CheckResult events(Session session) {
    Findings findings = new Findings(Check.CARD_EVENTS);
    session.each(
        "SELECT card.card_id, card.version, count(card_event.version),"
            + " coalesce(max(card_event.version), 0)"
            + " FROM card LEFT JOIN card_event ON card_event.card_id = card.card_id"
            + " GROUP BY card.card_id, card.version ORDER BY card.card_id",
        row -> {
          String card = Findings.card(row.getLong(1));
          findings.compare(
              row.getLong(2), row.getLong(3), card + ", its version against its events");
          findings.compare(
              row.getLong(4), row.getLong(3), card + ", its last event against its events");
        });
    return findings.result();
  }

  /** Live are the cards that were read back and have not come to their end. */
  private static CheckResult chips(Session session) {
    Findings findings = new Findings(Check.LIVE_CHIPS);
    session.each(
        "SELECT live_uid.uid, live_uid.card_id, card.uid, coalesce(card.state, 'gone')"
            + " FROM live_uid LEFT JOIN card ON card.card_id = live_uid.card_id",
        row -> {
          boolean live = List.of("verified", "issued", "active").contains(row.getString(4));
          if (live && row.getString(1).equals(row.getString(3))) {
            findings.inOrder();
          } else {
            findings.differs(
                "chip %s: %s is %s with chip %s"
                    .formatted(
                        row.getString(1),
                        Findings.card(row.getLong(2)),
                        row.getString(4),
                        row.getString(3)));
          }
        });
    session.each(
        "SELECT card.card_id, card.uid FROM card LEFT JOIN live_uid"
            + " ON live_uid.card_id = card.card_id AND live_uid.uid = card.uid"
            + " WHERE card.uid IS NOT NULL AND card.state IN ('verified', 'issued', 'active')"
            + " AND live_uid.uid IS NULL ORDER BY card.card_id",
        row ->
            findings.differs(
                "%s is live, but chip %s is not kept for it"
                    .formatted(Findings.card(row.getLong(1)), row.getString(2))));
    return findings.result();
  }
}
