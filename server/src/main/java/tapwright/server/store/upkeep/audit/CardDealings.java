package tapwright.server.store.upkeep.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tapwright.server.store.upkeep.Session;

/**
 * What was done about one card beside the card: its claims' entries, tasks and files, the money of
 * its order, and the plans that it is under.
 */
final class CardDealings {

  private static final String CLAIMS = "SELECT claim_id FROM claim WHERE card_id = ?";
  private static final String ORDER = "SELECT order_id FROM card WHERE card_id = ?";

  /** Of the order itself, or of the account that it was placed for. */
  private static final String PLANS =
      "SELECT subscription.subscription_id FROM subscription JOIN purchase"
          + " ON purchase.seller = subscription.seller"
          + " AND (purchase.order_id = subscription.order_id"
          + " OR purchase.account <> '' AND purchase.account = subscription.account)"
          + " JOIN card ON card.order_id = purchase.order_id WHERE card.card_id = ?";

  private final Session session;
  private final long card;

  CardDealings(Session session, long card) {
    this.session = session;
    this.card = card;
  }

  List<CardStory.Section> sections() {
    return List.of(claims(), tasks(), evidence(), money(), plans());
  }

  private CardStory.Section claims() {
    return trail("claim-entries", "claim", CLAIMS, List.of("outcome", "task", "rma", "evidence"));
  }

  private CardStory.Section money() {
    return trail(
        "money",
        "money",
        ORDER,
        List.of("line", "amount", "refundId", "claimId", "disputeId", "reference"));
  }

  private CardStory.Section plans() {
    return trail("plans", "subscription", PLANS, List.of("state", "plan", "nextPlan", "refund"));
  }

  /** Entries of trails, in the order of time, with what their details say of these fields. */
  private CardStory.Section trail(String title, String area, String among, List<String> fields) {
    SectionRows rows = new SectionRows(title);
    session.each(
        "SELECT * FROM trail WHERE area = '"
            + area
            + "' AND subject_id IN ("
            + among
            + ") ORDER BY recorded_at, subject_id, number",
        row -> rows.add(entry(row, area, fields)),
        card);
    return rows.section();
  }

  private static Object[] entry(ResultSet row, String area, List<String> fields)
      throws SQLException {
    ToldEntry told = ToldEntry.of(row);
    List<Object> values = new ArrayList<>();
    if (!area.equals("money")) {
      values.addAll(List.of(area, row.getString("subject_id")));
    }
    values.addAll(List.of("entry", told.number(), "kind", told.kind()));
    fields.forEach(field -> values.addAll(List.of(field, told.text(field))));
    values.addAll(
        List.of(
            "at", CardAudit.instant(row, "at"),
            "by", row.getString("actor"),
            "as", row.getString("role"),
            "cause", row.getString("cause")));
    return values.toArray();
  }

  private CardStory.Section tasks() {
    SectionRows rows = new SectionRows("tasks");
    session.each(
        "SELECT * FROM claim_task WHERE card_id = ? ORDER BY claim_id, number",
        row ->
            rows.add(
                "claim", row.getString("claim_id"),
                "task", row.getLong("number"),
                "effect", row.getString("effect"),
                "party", row.getString("party"),
                "state", row.getString("state"),
                "due", CardAudit.maybe(row, "due_at"),
                "ended", CardAudit.maybe(row, "ended_at"),
                "by", row.getString("ended_by"),
                "reference", row.getString("reference")),
        card);
    return rows.section();
  }

  /** What a file is called and what is in it are its sender's, and shown to nobody here. */
  private CardStory.Section evidence() {
    SectionRows rows = new SectionRows("evidence");
    session.each(
        "SELECT claim_id, evidence_id, kind, media_type, size_bytes, added_by, added_at"
            + " FROM claim_evidence WHERE card_id = ? ORDER BY added_at, evidence_id",
        row ->
            rows.add(
                "claim", row.getString("claim_id"),
                "evidence", row.getString("evidence_id"),
                "kind", row.getString("kind"),
                "type", row.getString("media_type"),
                "bytes", row.getLong("size_bytes"),
                "added", CardAudit.instant(row, "added_at"),
                "by", row.getString("added_by")),
        card);
    return rows.section();
  }
}
