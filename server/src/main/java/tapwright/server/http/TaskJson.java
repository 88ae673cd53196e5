package tapwright.server.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.server.app.claim.TaskView;
import tapwright.server.record.claim.ClaimTask;

/** Something that has to be done about a claim as the API shows it. */
record TaskJson(
    int number,
    String effect,
    String party,
    @Nullable Instant dueAt,
    String state,
    @Nullable Instant endedAt,
    @Nullable String endedBy,
    @Nullable String reference,
    List<MoneyRoutes.RefundJson> refunds) {

  /** Tasks. */
  record TaskList(List<TaskJson> tasks) {

    static TaskList of(List<TaskView> tasks) {
      return new TaskList(tasks.stream().map(TaskJson::of).toList());
    }
  }

  static TaskJson of(TaskView view) {
    ClaimTask task = view.task();
    Optional<ClaimTask.End> end = task.ended();
    return new TaskJson(
        task.number(),
        task.plan().effect(),
        task.plan().party().word(),
        task.plan().dueAt().orElse(null),
        end.map(one -> one.done() ? "done" : "dropped").orElse("open"),
        end.map(ClaimTask.End::at).orElse(null),
        end.map(ClaimTask.End::by).orElse(null),
        end.map(ClaimTask.End::reference).orElse(null),
        view.refunds().stream().map(MoneyRoutes.RefundJson::of).toList());
  }
}
