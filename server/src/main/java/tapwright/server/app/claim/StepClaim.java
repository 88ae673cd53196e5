package tapwright.server.app.claim;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tapwright.core.claim.ClaimEvent;
import tapwright.core.claim.ClaimState;
import tapwright.core.policy.pack.Step;
import tapwright.server.app.Answer;
import tapwright.server.record.Records;
import tapwright.server.record.claim.ClaimTask;

/** Steps of a claim that decide nothing. */
final class StepClaim {

  private StepClaim() {}

  static Answer<String> acknowledge(Records records, KnownClaim known, Deed deed) {
    return step(records, known, Stepping.to(ClaimEvent.Step.ACKNOWLEDGED), deed);
  }

  static Answer<String> appeal(Records records, KnownClaim known, Deed deed) {
    return step(records, known, Stepping.to(ClaimEvent.Step.APPEALED), deed);
  }

  /** What a decision promised is not forgotten by closing its claim, nor is money on its way. */
  static Answer<String> close(Records records, KnownClaim known, Closing closing, Deed deed) {
    List<Integer> open =
        OpenTasks.open(records, known.claim()).stream().map(ClaimTask::number).toList();
    if (!open.isEmpty() && !closing.dropsTasks()) {
      return Answer.refused(
          ClaimWorkRefusal.TASKS_OPEN.with(
              "tasks", open.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
    List<String> underWay = ClaimMoney.idsUnderWay(records, known.claim());
    if (!underWay.isEmpty()) {
      return Answer.refused(
          ClaimWorkRefusal.REFUND_UNDER_WAY.with("refunds", String.join(", ", underWay)));
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
}
