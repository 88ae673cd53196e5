package tapwright.server.store.upkeep.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tapwright.core.claim.PlannedTask;
import tapwright.core.policy.Word;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Outcome;

/** What follows of a claim, as its trail tells it: each word that counts sets the tasks anew. */
final class TasksRetold {

  private final Figures figures;
  private final Predicate<TaskReference> references;
  private final List<String> open = new ArrayList<>();
  private int last;

  TasksRetold(Figures figures, Predicate<TaskReference> references) {
    this.figures = figures;
    this.references = references;
  }

  void follow(Outcome outcome, Set<Effect> effects) {
    drop("superseded");
    for (PlannedTask plan : PlannedTask.of(outcome, effects, Map.of())) {
      last++;
      String number = String.valueOf(last);
      open.add(number);
      figures.put(task(number) + ", effect", plan.effect());
      figures.put(task(number) + ", party", plan.party().word());
      figures.put(task(number) + ", step", plan.step().map(Word::word).orElse(""));
      figures.put(task(number) + ", state", "open");
    }
  }

  /** Whatever the server itself names as what it did has to be on record. */
  void done(String number, String reference) {
    end(number, "done", reference);
    TaskReference.in(reference).stream()
        .filter(references.negate())
        .forEach(missing -> figures.put(task(number) + ", its " + missing, "on record"));
  }

  void end(String number, String state, String reference) {
    open.remove(number);
    figures.put(task(number) + ", state", state);
    figures.put(task(number) + ", reference", reference);
  }

  void drop(String reference) {
    List.copyOf(open).forEach(number -> end(number, "dropped", reference));
  }

  static String task(Object number) {
    return "task " + number;
  }
}
