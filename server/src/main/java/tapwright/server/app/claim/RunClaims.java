package tapwright.server.app.claim;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import tapwright.core.claim.ClaimEvent;
import tapwright.core.claim.ClaimState;
import tapwright.core.policy.fact.Event;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.app.FieldError;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.claim.Stated;

/** What people do about claims that were decided for the first time. */
public final class RunClaims {

  private final Ledger ledger;
  private final SettleClaim settle;
  private final Redecide redecide;
  private final InstantSource clock;

  public RunClaims(Ledger ledger, ClaimMeans means, InstantSource clock) {
    this.ledger = ledger;
    OpenTasks tasks = new OpenTasks(means.terms());
    this.redecide = new Redecide(new TakeDecision(means.packs()), tasks);
    this.settle = new SettleClaim(tasks, redecide);
    this.clock = clock;
  }

  /** Notes that whoever sent the claim was told that it is here. */
  public CompletableFuture<Answer<String>> acknowledge(
      Caller caller, String claimId, String cause) {
    return work(
        caller,
        claimId,
        (records, known) -> StepClaim.acknowledge(records, known, deed(caller, cause)));
  }

  /** Keeps what came after the claim, and decides again. */
  public CompletableFuture<Answer<String>> answer(
      Caller caller, String claimId, Stated stated, String cause) {
    List<FieldError> errors = FactSheet.errorsOf(stated.facts());
    return errors.isEmpty()
        ? work(
            caller,
            claimId,
            (records, known) -> answer(records, known, stated, deed(caller, cause)))
        : CompletableFuture.completedFuture(
            new Answer.Refused<>(
                AppRefusal.FACTS_INVALID.with("count", FieldError.counted(errors.size(), "fact")),
                errors));
  }

  private Answer<String> answer(Records records, KnownClaim known, Stated stated, Deed deed) {
    return switch (known.after(ClaimEvent.Step.ANSWERED)) {
      case Answer.Refused<ClaimState> refused -> Answer.refused(refused.refusal());
      case Answer.Done<ClaimState> _ -> {
        records.claimFiles().addAnswer(known.claim(), dated(stated, deed), deed.recordedAt());
        ClaimTrail.add(
            records,
            known.claim(),
            deed,
            new ClaimTrail.Happening(
                "answered",
                Map.of(
                    "facts", stated.facts().keySet().stream().sorted().toList(),
                    "evidence", stated.evidence().stream().sorted().toList())));
        redecide.again(records, known, deed);
        yield Answer.done(known.claim().id());
      }
    };
  }

  /** With this answer the claim has all that it needs, unless the answer says otherwise. */
  private static Stated dated(Stated stated, Deed deed) {
    return new Stated(Map.of(Event.COMPLETE_AT.word(), deed.recordedAt().toString()), Set.of())
        .and(stated);
  }

  /** A person decides. */
  public CompletableFuture<Answer<String>> rule(Caller caller, String claimId, Ruling ruling) {
    return work(
        caller,
        claimId,
        ruling.version(),
        (records, known) -> settle.rule(records, known, ruling, deed(caller, ruling.reason())));
  }

  /** A supervisor decides otherwise than was decided; the engine's decision stays on record. */
  public CompletableFuture<Answer<String>> override(Caller caller, String claimId, Ruling ruling) {
    return work(
        caller,
        claimId,
        ruling.version(),
        (records, known) -> settle.override(records, known, ruling, deed(caller, ruling.reason())));
  }

  /** Whoever sent the claim does not agree. */
  public CompletableFuture<Answer<String>> appeal(Caller caller, String claimId, ClaimNote note) {
    return work(
        caller,
        claimId,
        note.version(),
        (records, known) -> StepClaim.appeal(records, known, deed(caller, note.cause())));
  }

  /** All is done; or the claim was taken back, and what was promised of it is given up. */
  public CompletableFuture<Answer<String>> close(Caller caller, String claimId, Closing closing) {
    return work(
        caller,
        claimId,
        closing.note().version(),
        (records, known) ->
            StepClaim.close(records, known, closing, deed(caller, closing.note().cause())));
  }

  private Deed deed(Caller caller, String cause) {
    return Deed.of(caller, cause, clock.instant());
  }

  private CompletableFuture<Answer<String>> work(
      Caller caller, String claimId, BiFunction<Records, KnownClaim, Answer<String>> work) {
    return ledger.write(
        caller.seller(),
        records ->
            KnownClaim.with(
                records, caller.seller(), claimId, known -> work.apply(records, known)));
  }

  private CompletableFuture<Answer<String>> work(
      Caller caller,
      String claimId,
      long version,
      BiFunction<Records, KnownClaim, Answer<String>> work) {
    return work(
        caller,
        claimId,
        (records, known) ->
            version == known.file().version()
                ? work.apply(records, known)
                : Answer.refused(
                    ClaimWorkRefusal.VERSION_CHANGED.with(
                        "seen", version, "allowed", known.file().version())));
  }
}
