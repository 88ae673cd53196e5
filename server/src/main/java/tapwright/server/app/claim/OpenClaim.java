package tapwright.server.app.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tapwright.core.Bytes;
import tapwright.core.claim.ClaimState;
import tapwright.core.policy.Money;
import tapwright.core.policy.Word;
import tapwright.core.policy.decide.Decision;
import tapwright.server.record.Records;
import tapwright.server.record.claim.ClaimFile;
import tapwright.server.record.claim.SealedText;
import tapwright.server.record.claim.Stated;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.claim.TextSeal;

/** Opens the file of a claim that was just decided for the first time. */
final class OpenClaim {

  private final TextSeal seal;
  private final OpenTasks tasks;

  OpenClaim(TextSeal seal, OpenTasks tasks) {
    this.seal = seal;
    this.tasks = tasks;
  }

  /** What came, and what was decided on it. */
  record Came(ClaimRequest request, TakeDecision.Taken taken) {}

  static Stated stated(ClaimRequest request) {
    return new Stated(
        request.facts(), request.shown().stream().map(Word::word).collect(Collectors.toSet()));
  }

  void open(Records records, StoredClaim claim, Deed deed, Came came) {
    Optional<Money> amount = Optional.ofNullable(came.taken().decision().amount());
    ClaimFile plain = ClaimFile.of(claim, amount);
    ClaimFile file =
        new ClaimFile(
            plain.card(),
            plain.seller(),
            plain.claimId(),
            plain.version(),
            plain.standing(),
            intake(records, claim, came.request()),
            plain.changedAt());
    records.claimFiles().add(file);
    ClaimTrail.add(records, claim, deed, received(claim, file));
    ClaimTrail.add(
        records,
        claim,
        deed,
        decided(came.taken().decision(), ClaimFile.FIRST, file.standing().state()));
    tasks.follow(
        records,
        claim,
        deed,
        new OpenTasks.Following(
            came.taken().decision().outcome(),
            came.taken().decision().effects(),
            came.taken().due(claim.decidedAt())));
  }

  private ClaimFile.Intake intake(Records records, StoredClaim claim, ClaimRequest request) {
    return new ClaimFile.Intake(
        request.intake().channel(),
        request.intake().sender(),
        request.intake().text().flatMap(text -> sealed(records, claim, text)),
        Optional.of(stated(request)));
  }

  private Optional<SealedText> sealed(Records records, StoredClaim claim, String text) {
    return ClaimKeys.find(records, claim.seller(), claim.card())
        .map(key -> seal.seal(Bytes.ofUtf8(text), key, claim.seller(), place(claim)));
  }

  /** What the words of a claim are bound to. */
  static String place(StoredClaim claim) {
    return "claim/" + claim.id();
  }

  private static ClaimTrail.Happening received(StoredClaim claim, ClaimFile file) {
    return new ClaimTrail.Happening(
        "received",
        Map.of(
            "channel", file.intake().channel().word(),
            "sender", file.intake().sender().word(),
            "kind", claim.kind(),
            "reason", claim.reason()));
  }

  static ClaimTrail.Happening decided(Decision decision, int number, ClaimState state) {
    return new ClaimTrail.Happening("decided", detail(decision, number, state));
  }

  private static Map<String, Object> detail(Decision decision, int number, ClaimState state) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("outcome", decision.outcome().word());
    detail.put("decision", number);
    detail.put("clauses", List.copyOf(decision.byIds()));
    detail.put("pack", decision.basis().pack());
    detail.put("state", state.word());
    if (!decision.missing().isEmpty()) {
      detail.put("missing", String.join(", ", decision.missing()));
    }
    return detail;
  }
}
