package tapwright.server.app.claim;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tapwright.core.claim.ClaimEvent;
import tapwright.core.claim.ClaimState;
import tapwright.core.claim.Decider;
import tapwright.core.policy.Word;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.pack.Step;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.app.FieldError;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.claim.ClaimFile;
import tapwright.server.record.claim.ClaimTask;
import tapwright.server.record.claim.Stated;

/** What people do about claims that were decided for the first time. */
public final class RunClaims {

  private final Ledger ledger;
  private final OpenTasks tasks;
  private final Redecide redecide;
  private final InstantSource clock;

  public RunClaims(Ledger ledger, ClaimMeans means, InstantSource clock) {
    this.ledger = ledger;
    this.tasks = new OpenTasks(means.terms());
    this.redecide = new Redecide(new TakeDecision(means.packs()), tasks);
    this.clock = clock;
  }

  /** Notes that whoever sent the claim was told that it is here. */
  public CompletableFuture<Answer<String>> acknowledge(
      Caller caller, String claimId, String cause) {
    return work(
        caller,
        claimId,
        (records, known) ->
            step(records, known, Stepping.to(ClaimEvent.Step.ACKNOWLEDGED), deed(caller, cause)));
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
        (records, known) ->
            settle(
                records,
                known,
                new Settling(
                    new ClaimEvent.Ruled(ruling.outcome()), "ruled", Decider.PERSON, ruling),
                deed(caller, ruling.reason())));
  }

  /** A supervisor decides otherwise than was decided; the engine's decision stays on record. */
  public CompletableFuture<Answer<String>> override(Caller caller, String claimId, Ruling ruling) {
    return work(
        caller,
        claimId,
        ruling.version(),
        (records, known) ->
            settle(
                records,
                known,
                new Settling(
                    new ClaimEvent.Overridden(ruling.outcome()),
                    "overridden",
                    Decider.SUPERVISOR,
                    ruling),
                deed(caller, ruling.reason())));
  }

  private record Settling(ClaimEvent event, String kind, Decider by, Ruling ruling) {}

  private Answer<String> settle(Records records, KnownClaim known, Settling settling, Deed deed) {
    return switch (known.after(settling.event())) {
      case Answer.Refused<ClaimState> refused -> Answer.refused(refused.refusal());
      case Answer.Done<ClaimState> next -> {
        settled(records, known, settling, deed);
        known.change(
            records,
            known
                .file()
                .standing()
                .settled(
                    next.value(),
                    settling.ruling().outcome(),
                    settling.by(),
                    settling.ruling().amount()),
            deed.recordedAt());
        yield Answer.done(known.claim().id());
      }
    };
  }

  private void settled(Records records, KnownClaim known, Settling settling, Deed deed) {
    Ruling ruling = settling.ruling();
    Instant now = deed.recordedAt();
    ClaimTrail.add(
        records,
        known.claim(),
        deed,
        new ClaimTrail.Happening(settling.kind(), detail(known.file(), ruling)));
    if (ruling.outcome().mayPay()) {
      Stated approved = Stated.NOTHING.with(Event.APPROVED_AT.word(), now.toString());
      records.claimFiles().addAnswer(known.claim(), approved, now);
    }
    Map<Step, Instant> due = redecide.due(records, known, ruling.outcome(), now);
    due.keySet().removeIf(step -> step == Step.DECIDE || unpaid(step, ruling));
    tasks.follow(
        records,
        known.claim(),
        deed,
        new OpenTasks.Following(ruling.outcome(), ruling.effects(), due));
    records.deadlines().met(known.claim(), words(Step.DECIDE), now);
    if (!ruling.outcome().mayPay()) {
      records.deadlines().met(known.claim(), words(Step.REFUND), now);
    }
  }

  private static boolean unpaid(Step step, Ruling ruling) {
    return step == Step.REFUND && !ruling.outcome().mayPay();
  }

  private static Map<String, Object> detail(ClaimFile file, Ruling ruling) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("outcome", ruling.outcome().word());
    detail.put("effects", ruling.effects().stream().sorted().map(Word::word).toList());
    ruling.amount().ifPresent(amount -> detail.put("amount", amount.toString()));
    detail.put("instead", file.standing().outcome().word());
    detail.put("insteadBy", file.standing().by().word());
    detail.put("decision", file.standing().decision());
    return detail;
  }

  /** Whoever sent the claim does not agree. */
  public CompletableFuture<Answer<String>> appeal(Caller caller, String claimId, ClaimNote note) {
    return work(
        caller,
        claimId,
        note.version(),
        (records, known) ->
            step(
                records, known, Stepping.to(ClaimEvent.Step.APPEALED), deed(caller, note.cause())));
  }

  /** All is done; or the claim was taken back, and what was promised of it is given up. */
  public CompletableFuture<Answer<String>> close(Caller caller, String claimId, Closing closing) {
    return work(
        caller,
        claimId,
        closing.note().version(),
        (records, known) -> close(records, known, closing, deed(caller, closing.note().cause())));
  }

  /** What a decision promised is not forgotten by closing its claim. */
  private static Answer<String> close(
      Records records, KnownClaim known, Closing closing, Deed deed) {
    List<Integer> open =
        OpenTasks.open(records, known.claim()).stream().map(ClaimTask::number).toList();
    if (!open.isEmpty() && !closing.dropsTasks()) {
      return Answer.refused(
          ClaimWorkRefusal.TASKS_OPEN.with(
              "tasks", open.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
    return step(
        records,
        known,
        new Stepping(
            ClaimEvent.Step.CLOSED, open.isEmpty() ? Map.of() : Map.of("droppedTasks", open)),
        deed);
  }

  /**
   * A step that decides nothing.
   *
   * @param detail what its entry of the trail says beyond who and when
   */
  private record Stepping(ClaimEvent.Step step, Map<String, Object> detail) {

    static Stepping to(ClaimEvent.Step step) {
      return new Stepping(step, Map.of());
    }
  }

  private static Answer<String> step(
      Records records, KnownClaim known, Stepping stepping, Deed deed) {
    ClaimEvent.Step step = stepping.step();
    return switch (known.after(step)) {
      case Answer.Refused<ClaimState> refused -> Answer.refused(refused.refusal());
      case Answer.Done<ClaimState> next -> {
        ClaimTrail.add(
            records, known.claim(), deed, new ClaimTrail.Happening(word(step), stepping.detail()));
        ends(step).ifPresent(steps -> met(records, known, steps, deed));
        known.change(records, known.file().standing().in(next.value()), deed.recordedAt());
        yield Answer.done(known.claim().id());
      }
    };
  }

  private static void met(Records records, KnownClaim known, List<String> steps, Deed deed) {
    records.deadlines().met(known.claim(), steps, deed.recordedAt());
    if (steps.size() > 1) {
      OpenTasks.drop(records, known.claim(), deed, "closed");
    }
  }

  /** Which dates end with the step. */
  private static Optional<List<String>> ends(ClaimEvent.Step step) {
    return switch (step) {
      case ACKNOWLEDGED -> Optional.of(words(Step.ACKNOWLEDGE));
      case CLOSED -> Optional.of(words(Step.values()));
      case ANSWERED, APPEALED -> Optional.empty();
    };
  }

  private static List<String> words(Step... steps) {
    return Stream.of(steps).map(Step::word).toList();
  }

  private static String word(ClaimEvent.Step step) {
    return step.name().toLowerCase(Locale.ROOT);
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
