package tapwright.core.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Step;

class PlannedTaskTest {

  private static final Instant DUE = Instant.parse("2026-03-09T00:00:00Z");

  @Test
  void refundWithCancellation_givesBothWithTheirDates() {
    assertEquals(
        List.of(
            new PlannedTask("full-refund", Party.SHOP, Optional.of(Step.REFUND), Optional.of(DUE)),
            new PlannedTask(
                "cancel-now", Party.SHOP, Optional.of(Step.CANCEL_EFFECTIVE), Optional.empty())),
        PlannedTask.of(
            Outcome.FULL_REFUND, EnumSet.of(Effect.CANCEL_NOW), Map.of(Step.REFUND, DUE)));
  }

  @Test
  void everyOutcomeThatGrants_givesATaskAndNoOther() {
    for (Outcome outcome : Outcome.values()) {
      List<PlannedTask> tasks = PlannedTask.of(outcome, Set.of(), Map.of());
      assertEquals(outcome.grants() ? 1 : 0, tasks.size(), outcome.word());
    }
  }

  @Test
  void everyEffect_givesATaskOfItsName() {
    List<PlannedTask> tasks = PlannedTask.of(Outcome.DENY, EnumSet.allOf(Effect.class), Map.of());

    assertEquals(
        EnumSet.allOf(Effect.class).stream().map(Effect::word).toList(),
        tasks.stream().map(PlannedTask::effect).toList());
    assertTrue(tasks.stream().allMatch(task -> task.dueAt().isEmpty()));
  }

  @Test
  void wordsWithoutPeople_areTasksThatNobodyChoosesOrConfirms() {
    List<String> words = PlannedTask.withoutPeople();

    assertTrue(words.containsAll(List.of("full-refund", "cancel-now", "replacement", "hold")));
    assertTrue(
        List.of("customer-choice", "seller-choice", "delete-data", "purge-data", "deny").stream()
            .noneMatch(words::contains));
  }
}
