package tapwright.server.app.claim;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tapwright.core.claim.ClaimEvent;
import tapwright.core.claim.ClaimState;
import tapwright.core.claim.Decider;
import tapwright.core.policy.Word;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Evidence;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Step;
import tapwright.server.app.Answer;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.claim.ClaimFile;
import tapwright.server.record.claim.Stated;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.order.Order;

/**
 * Takes the decision on a claim again when more is known.
 *
 * <p>A claim that waited for it is decided anew. Of any other the decision stays as it is, and one
 * that differs is kept beside it.
 */
final class Redecide {

  private final TakeDecision taking;
  private final OpenTasks tasks;

  Redecide(TakeDecision taking, OpenTasks tasks) {
    this.taking = taking;
    this.tasks = tasks;
  }

  /** A decision that was just taken, and not kept yet. */
  private record Fresh(StoredClaim decision, TakeDecision.Taken taken) {}

  /** The claim after it was looked at again. */
  KnownClaim again(Records records, KnownClaim known, Deed deed) {
    return fresh(records, known, deed.recordedAt())
        .map(
            fresh ->
                known.file().standing().state() == ClaimState.WAITING
                    ? counts(records, known, deed, fresh)
                    : besides(records, known, deed, fresh))
        .orElse(known);
  }

  /**
   * By when what must be done now that a person decides, who does not wait for evidence; and where
   * a fact is missing, so that no clause decides, what the seller's duties say all the same.
   */
  Map<Step, Instant> due(Records records, KnownClaim known, Outcome ruled, Instant now) {
    Set<String> all = Arrays.stream(Evidence.values()).map(Word::word).collect(Collectors.toSet());
    Stated stated = GatherFacts.statedOf(records, known).and(new Stated(Map.of(), all));
    return fresh(records, known, stated, now)
        .map(fresh -> fresh.taken().dueAsRuled(ruled, now))
        .orElseGet(() -> new EnumMap<>(Step.class));
  }

  private Optional<Fresh> fresh(Records records, KnownClaim known, Instant now) {
    return fresh(records, known, GatherFacts.statedOf(records, known), now);
  }

  private Optional<Fresh> fresh(Records records, KnownClaim known, Stated stated, Instant now) {
    StoredClaim claim = known.claim();
    Card card = records.cards().byId(claim.seller(), claim.card()).orElseThrow();
    Order order = records.orders().byId(claim.seller(), claim.orderId()).orElseThrow();
    return taking
        .take(records, new TakeDecision.About(card, order, now), asked(claim, stated), stated)
        .map(taken -> new Fresh(TakeDecision.stored(claim.id(), card, taken, now), taken));
  }

  private static Claim asked(StoredClaim claim, Stated stated) {
    return new Claim(
        Word.of(ClaimKind.values(), claim.kind()),
        Word.of(Reason.values(), claim.reason()),
        claim.at(),
        evidence(stated.evidence()));
  }

  private static Set<Evidence> evidence(Set<String> words) {
    return words.stream()
        .flatMap(word -> Word.find(Arrays.asList(Evidence.values()), word).stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Evidence.class)));
  }

  private KnownClaim counts(Records records, KnownClaim known, Deed deed, Fresh fresh) {
    if (fresh.decision().decision().equals(inForce(records, known).decision())) {
      return known;
    }
    int number = keep(records, fresh);
    var decision = fresh.taken().decision();
    ClaimState next =
        switch (known.after(new ClaimEvent.Decided(decision.outcome()))) {
          case Answer.Done<ClaimState> done -> done.value();
          case Answer.Refused<ClaimState> refused ->
              throw new IllegalStateException(refused.refusal().message());
        };
    KnownClaim changed =
        known.change(
            records,
            known
                .file()
                .standing()
                .decided(next, decision.outcome(), number, Optional.ofNullable(decision.amount())),
            deed.recordedAt());
    ClaimTrail.add(records, known.claim(), deed, OpenClaim.decided(decision, number, next));
    tasks.follow(
        records,
        known.claim(),
        deed,
        new OpenTasks.Following(
            decision.outcome(), decision.effects(), fresh.taken().due(deed.recordedAt())));
    return changed;
  }

  private KnownClaim besides(Records records, KnownClaim known, Deed deed, Fresh fresh) {
    tasks.dates(records, fresh.decision(), stillToBeDone(known, fresh, deed.recordedAt()));
    Optional<StoredClaim> other = aside(records, known);
    if (DecisionText.givesTheSame(fresh.decision(), inForce(records, known))) {
      return other.isEmpty() ? known : sameAgain(records, known, deed);
    }
    return other.filter(one -> DecisionText.givesTheSame(one, fresh.decision())).isPresent()
        ? known
        : differs(records, known, deed, fresh);
  }

  private KnownClaim sameAgain(Records records, KnownClaim known, Deed deed) {
    ClaimTrail.add(records, known.claim(), deed, ClaimTrail.Happening.of("would-no-longer-differ"));
    return known.change(
        records, known.file().standing().besides(Optional.empty()), deed.recordedAt());
  }

  private KnownClaim differs(Records records, KnownClaim known, Deed deed, Fresh fresh) {
    int number = keep(records, fresh);
    ClaimFile.Standing standing = known.file().standing();
    ClaimTrail.add(
        records,
        known.claim(),
        deed,
        new ClaimTrail.Happening(
            "would-now-differ",
            Map.of(
                "decision", standing.decision(),
                "outcome", inForce(records, known).outcome(),
                "otherDecision", number,
                "otherOutcome", fresh.decision().outcome())));
    return known.change(records, standing.besides(Optional.of(number)), deed.recordedAt());
  }

  /** What a decision that does not count sets dates for: what the goods' way does. */
  private static Map<Step, Instant> stillToBeDone(KnownClaim known, Fresh fresh, Instant now) {
    ClaimFile.Standing standing = known.file().standing();
    Map<Step, Instant> due = fresh.taken().due(now);
    due.keySet().removeIf(step -> !isToBeDone(step, standing));
    return due;
  }

  private static boolean isToBeDone(Step step, ClaimFile.Standing standing) {
    boolean open = standing.state() != ClaimState.CLOSED;
    return switch (step) {
      case SHIP_BACK, INSPECT -> open;
      case REFUND -> open && standing.outcome().mayPay();
      case CANCEL_EFFECTIVE -> open && standing.by() == Decider.ENGINE;
      case DECIDE -> standing.state() == ClaimState.REVIEW;
      case ACKNOWLEDGE -> false;
    };
  }

  private static int keep(Records records, Fresh fresh) {
    int number = records.claimFiles().decisions(fresh.decision()).size() + ClaimFile.FIRST + 1;
    records.claimFiles().addDecision(number, fresh.decision());
    return number;
  }

  /** The engine's decision that counts. */
  static StoredClaim inForce(Records records, KnownClaim known) {
    return numbered(records, known.claim(), known.file().standing().decision());
  }

  /** The engine's decision on all that is known, where it differs. */
  static Optional<StoredClaim> aside(Records records, KnownClaim known) {
    return known.file().standing().aside().map(number -> numbered(records, known.claim(), number));
  }

  private static StoredClaim numbered(Records records, StoredClaim claim, int number) {
    List<StoredClaim> later = records.claimFiles().decisions(claim);
    return number == ClaimFile.FIRST ? claim : later.get(number - ClaimFile.FIRST - 1);
  }
}
