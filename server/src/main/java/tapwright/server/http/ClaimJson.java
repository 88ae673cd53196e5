package tapwright.server.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tapwright.core.policy.Money;
import tapwright.server.app.claim.ClaimView;
import tapwright.server.record.claim.ClaimFile;
import tapwright.server.record.claim.Deadlines;
import tapwright.server.record.claim.StoredClaim;

/**
 * A claim as the API shows it: with its first decision, which never changes, and how it stands now.
 *
 * @param outcome of the first decision
 * @param inForce what holds now, and whose word that is
 * @param later the decisions that were taken since
 * @param wouldNowDiffer both decisions, where one on all that is known now would differ
 */
record ClaimJson(
    String claimId,
    String cardId,
    String kind,
    String reason,
    Instant at,
    Instant decidedAt,
    String outcome,
    String pack,
    String packHash,
    String calendarHash,
    @JsonRawValue String decision,
    List<String> explanation,
    List<String> facts,
    String state,
    long version,
    InForce inForce,
    String channel,
    String sender,
    @Nullable String text,
    boolean overdue,
    List<DeadlineJson> deadlines,
    List<EvidenceJson> evidenceFiles,
    List<String> rmas,
    List<LaterJson> later,
    @Nullable Differing wouldNowDiffer) {

  /**
   * What holds of a claim.
   *
   * @param amount how much money goes back by it; absent where it says nothing of money
   */
  record InForce(String outcome, String by, int decision, @Nullable String amount) {

    static InForce of(ClaimFile.Standing standing) {
      return new InForce(
          standing.outcome().word(),
          standing.by().word(),
          standing.decision(),
          standing.amount().map(Money::toString).orElse(null));
    }
  }

  /** A date of a claim. */
  record DeadlineJson(String step, Instant dueAt, boolean missed, @Nullable Instant metAt) {

    static DeadlineJson of(Deadlines.Standing one) {
      return new DeadlineJson(one.step(), one.dueAt(), one.missed(), one.metAt().orElse(null));
    }
  }

  /** A decision that was taken after the first. */
  record LaterJson(
      int number,
      Instant decidedAt,
      String outcome,
      String pack,
      @JsonRawValue String decision,
      List<String> explanation,
      List<String> facts) {

    static LaterJson of(int number, StoredClaim decision) {
      return new LaterJson(
          number,
          decision.decidedAt(),
          decision.outcome(),
          decision.pack(),
          decision.shown(),
          decision.explanation(),
          decision.facts().toUtf8().lines().toList());
    }
  }

  /** The decision that counts, and one on all that is known now. */
  record Differing(LaterJson decided, LaterJson now) {}

  static ClaimJson of(ClaimView view) {
    StoredClaim claim = view.claim();
    ClaimFile file = view.file();
    ClaimFile.Standing standing = file.standing();
    return new ClaimJson(
        claim.id(),
        claim.card().toString(),
        claim.kind(),
        claim.reason(),
        claim.at(),
        claim.decidedAt(),
        claim.outcome(),
        claim.pack(),
        claim.packHash(),
        claim.calendarHash(),
        claim.shown(),
        claim.explanation(),
        claim.facts().toUtf8().lines().toList(),
        standing.state().word(),
        file.version(),
        InForce.of(standing),
        file.intake().channel().word(),
        file.intake().sender().word(),
        view.text().orElse(null),
        view.isOverdue(),
        view.deadlines().stream().map(DeadlineJson::of).toList(),
        view.files().stream().map(EvidenceJson::of).toList(),
        view.rmas(),
        later(view),
        standing.aside().map(aside -> differing(view, aside)).orElse(null));
  }

  private static List<LaterJson> later(ClaimView view) {
    List<LaterJson> later = new ArrayList<>();
    for (StoredClaim decision : view.later()) {
      later.add(LaterJson.of(later.size() + ClaimFile.FIRST + 1, decision));
    }
    return later;
  }

  private static Differing differing(ClaimView view, int aside) {
    int counts = view.file().standing().decision();
    return new Differing(
        LaterJson.of(counts, view.decision(counts)), LaterJson.of(aside, view.decision(aside)));
  }
}
