package tapwright.server.store.upkeep.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import tapwright.core.trail.Subject;
import tapwright.server.store.upkeep.Session;

/** Claims, their tasks and returns beside what the claims' trails tell. */
final class ClaimCheck {

  private static final String KEY = "claim_id";

  private ClaimCheck() {}

  static CheckResult all(Session session) {
    return run(session, RetoldWalk.Which.all(Subject.Area.CLAIM, KEY));
  }

  /** Those about one card. */
  static CheckResult one(Session session, long card) {
    return run(
        session,
        RetoldWalk.Which.of(
            Subject.Area.CLAIM, KEY, "SELECT claim_id FROM claim WHERE card_id = ?", card));
  }

  private static CheckResult run(Session session, RetoldWalk.Which which) {
    NamedThings named = new NamedThings(session);
    try (RetoldWalk<ClaimRetold> walk =
        new RetoldWalk<>(session, which, () -> new ClaimRetold(named::isOnRecord))) {
      return walk.with("outcome, shown", "claim", ClaimCheck::claim)
          .with("number, outcome, shown", "claim_decision", ClaimCheck::decision)
          .with(
              "state, outcome, outcome_by, decision, aside, granted",
              "claim_file",
              ClaimCheck::file)
          .with("number, effect, party, step, state, reference", "claim_task", ClaimCheck::task)
          .with("rma_id, state, verdict, disposition", "rma", ClaimCheck::goods)
          .with(
              EvidenceRetold.columns(session.engine()),
              "claim_evidence",
              (row, kept, retold) -> retold.evidence().kept(row, session.engine(), kept))
          .compare(Check.CLAIM_FILES, claim -> "claim " + claim + card(session, claim));
    }
  }

  private static String card(Session session, String claim) {
    return session
        .list("SELECT card_id FROM claim WHERE claim_id = ?", row -> row.getLong(1), claim)
        .stream()
        .findFirst()
        .map(card -> " of " + Findings.card(card))
        .orElse("");
  }

  private static void claim(ResultSet row, Figures kept, ClaimRetold retold) throws SQLException {
    retold.first(row.getString("outcome"), row.getString("shown"));
    kept.put(ClaimRetold.decision(1), row.getString("outcome"));
  }

  private static void decision(ResultSet row, Figures kept, ClaimRetold retold)
      throws SQLException {
    retold.decision(row.getString("number"), row.getString("shown"));
    kept.put(ClaimRetold.decision(row.getLong("number")), row.getString("outcome"));
  }

  private static void file(ResultSet row, Figures kept, ClaimRetold retold) throws SQLException {
    retold.kept(text(row, "granted"));
    kept.put("granted", text(row, "granted"));
    kept.put("state", row.getString("state"));
    kept.put("outcome", row.getString("outcome"));
    kept.put("by", row.getString("outcome_by"));
    kept.put("decision", row.getLong("decision"));
    kept.put("other decision", text(row, "aside"));
  }

  private static void task(ResultSet row, Figures kept, ClaimRetold retold) throws SQLException {
    String task = TasksRetold.task(row.getLong("number"));
    kept.put(task + ", effect", row.getString("effect"));
    kept.put(task + ", party", row.getString("party"));
    kept.put(task + ", step", text(row, "step"));
    kept.put(task + ", state", row.getString("state"));
    kept.put(task + ", reference", row.getString("reference"));
  }

  private static void goods(ResultSet row, Figures kept, ClaimRetold retold) throws SQLException {
    String rma = ClaimRetold.rma(row.getString("rma_id"));
    kept.put(rma + ", state", row.getString("state"));
    kept.put(rma + ", verdict", text(row, "verdict"));
    kept.put(rma + ", disposition", text(row, "disposition"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).orElse("");
  }
}
