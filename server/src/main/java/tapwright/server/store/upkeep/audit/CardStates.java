package tapwright.server.store.upkeep.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import tapwright.server.store.upkeep.CardRows;
import tapwright.server.store.upkeep.Session;

/** Cards beside what their histories tell, card by card. */
final class CardStates {

  private static final String CARDS =
      "SELECT card_id, state, shipping, tier, holds, marks, expires_at, target, replaces,"
          + " replaced_by FROM card";
  private static final String EVENTS = "SELECT card_id, version, kind, detail FROM card_event";
  private static final String ONE = " WHERE card_id = ?";

  private final Findings findings = new Findings(Check.CARD_STATES);

  private final SuccessionRetold succession;

  private CardStates(Session session) {
    this.succession = new SuccessionRetold(session);
  }

  static CheckResult all(Session session) {
    try (CardRows events = new CardRows(session.rows(EVENTS + " ORDER BY card_id, version"))) {
      CardStates states = new CardStates(session);
      session.each(CARDS + " ORDER BY card_id", row -> states.compare(row, events));
      return states.findings.result();
    }
  }

  static CheckResult one(Session session, long card) {
    try (CardRows events = new CardRows(session.rows(EVENTS + ONE + " ORDER BY version", card))) {
      CardStates states = new CardStates(session);
      session.each(CARDS + ONE, row -> states.compare(row, events), card);
      return states.findings.result();
    }
  }

  private void compare(ResultSet row, CardRows events) throws SQLException {
    long card = row.getLong("card_id");
    // Those of a card that is not there are the chains' to name.
    events.skipTo(card);
    CardRetold retold = new CardRetold();
    events.each(
        card,
        event ->
            retold.take(
                event.getLong("version"), event.getString("kind"), event.getString("detail")));
    Figures told = retold.figures();
    succession.after(card, retold.successors(), told);
    long before = row.getLong("replaces");
    if (!row.wasNull()) {
      succession.before(card, before, told);
    }
    Figures.compare(kept(row, retold), told, Findings.card(card), findings);
  }

  private static Figures kept(ResultSet row, CardRetold retold) throws SQLException {
    Figures kept = new Figures();
    kept.put("state", row.getString("state"));
    kept.put("shipping", CardRetold.word(row.getString("shipping")));
    kept.put("holds", CardRetold.words(row.getString("holds")));
    kept.put("marks", CardRetold.words(row.getString("marks")));
    if (retold.tellsTier()) {
      kept.put("tier", row.getString("tier"));
    }
    if (retold.tellsEnd() && row.getObject("expires_at") != null) {
      kept.put("end", CardAudit.instant(row, "expires_at"));
    }
    if (retold.tellsTarget()) {
      kept.put("target", row.getString("target"));
    }
    kept.put("replaces", other(row, "replaces"));
    kept.put("replaced by", other(row, "replaced_by"));
    return kept;
  }

  private static String other(ResultSet row, String column) throws SQLException {
    long card = row.getLong(column);
    return row.wasNull() ? "" : Findings.id(card);
  }
}
