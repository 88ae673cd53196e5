package tapwright.server.store.upkeep.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import tapwright.core.policy.cases.Replay;
import tapwright.core.policy.explain.Explanation;
import tapwright.core.policy.library.Packs;
import tapwright.server.store.upkeep.Session;

/** Takes every decision again, and compares what people read of it with the decision itself. */
final class DecisionCheck {

  private static final String KEPT =
      "pack, pack_hash, calendar_hash, outcome, facts, decision, shown, explanation FROM ";

  private static final String FIRST =
      "SELECT card_id, claim_id, 1 AS number, kind, reason, at, " + KEPT + "claim";

  /** The claim's own words stand with its first decision alone. */
  private static final String LATER =
      "SELECT card_id, claim_id, number, NULL, NULL, NULL, " + KEPT + "claim_decision";

  private static final String ONE = " WHERE card_id = ?";

  private final Packs packs;
  private final Findings findings = new Findings(Check.DECISIONS);

  private DecisionCheck(Packs packs) {
    this.packs = packs;
  }

  static CheckResult all(Session session, Packs packs) {
    DecisionCheck check = new DecisionCheck(packs);
    session.each(FIRST + " UNION ALL " + LATER, check::check);
    return check.findings.result();
  }

  /** Those on one card. */
  static CheckResult one(Session session, Packs packs, long card) {
    DecisionCheck check = new DecisionCheck(packs);
    session.each(FIRST + ONE + " UNION ALL " + LATER + ONE, check::check, card, card);
    return check.findings.result();
  }

  private void check(ResultSet row) throws SQLException {
    KeptDecision kept = KeptDecision.of(row);
    kept.contradictions()
        .forEach(contradiction -> findings.differs(kept.name() + ", " + contradiction));
    replay(kept);
  }

  private void replay(KeptDecision kept) {
    Replay.Again again = Replay.again(kept.decided(), packs);
    switch (again.result()) {
      case SAME ->
          again.decision().map(Explanation::of).ifPresent(lines -> compareWords(kept, lines));
      case DIFFERS -> findings.differs(kept.name() + ": deciding again gives something else");
      case UNREADABLE ->
          findings.differs(kept.name() + ": facts or claim are not as they are kept");
      case PACK_NOT_AT_HAND -> {
        findings.inOrder();
        findings.note(
            "pack %s (%s) or its calendar is not at hand, so its decisions were not taken again"
                .formatted(kept.decided().pack(), kept.decided().packSha256()));
      }
    }
  }

  private void compareWords(KeptDecision kept, Iterable<String> lines) {
    if (String.join("\n", lines).equals(kept.explanation())) {
      findings.inOrder();
    } else {
      findings.differs(kept.name() + ", explanation: not the words for what was decided");
    }
  }
}
