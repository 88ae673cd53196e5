package tapwright.server.store.upkeep.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import tapwright.core.Bytes;
import tapwright.core.policy.cases.Replay;
import tapwright.core.policy.library.Packs;
import tapwright.server.store.upkeep.Session;

/** Takes every decision again. */
final class DecisionCheck {

  private static final String CLAIMS =
      "SELECT card_id, claim_id, pack, pack_hash, calendar_hash, facts, decision FROM claim";

  private final Packs packs;
  private final Findings findings = new Findings(Check.DECISIONS);

  private DecisionCheck(Packs packs) {
    this.packs = packs;
  }

  static CheckResult all(Session session, Packs packs) {
    DecisionCheck check = new DecisionCheck(packs);
    session.each(CLAIMS, check::replay);
    return check.findings.result();
  }

  /** Those on one card. */
  static CheckResult one(Session session, Packs packs, long card) {
    DecisionCheck check = new DecisionCheck(packs);
    session.each(CLAIMS + " WHERE card_id = ?", check::replay, card);
    return check.findings.result();
  }

  private void replay(ResultSet row) throws SQLException {
    String where = "claim " + row.getString("claim_id") + " of " + Findings.card(row.getLong(1));
    switch (Replay.of(kept(row), packs)) {
      case SAME -> findings.inOrder();
      case DIFFERS -> findings.differs(where + ": deciding again gives something else");
      case UNREADABLE -> findings.differs(where + ": facts or claim are not as they are kept");
      case PACK_NOT_AT_HAND -> {
        findings.inOrder();
        findings.note(
            "pack %s (%s) or its calendar is not at hand, so its decisions were not taken again"
                .formatted(row.getString("pack"), row.getString("pack_hash")));
      }
    }
  }

  private static Replay.Kept kept(ResultSet row) throws SQLException {
    return new Replay.Kept(
        row.getString("pack"),
        row.getString("pack_hash"),
        row.getString("calendar_hash"),
        Bytes.copyOf(row.getBytes("facts")),
        Bytes.copyOf(row.getBytes("decision")));
  }
}
