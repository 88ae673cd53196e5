package tapwright.server.app.claim;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tapwright.core.claim.PlannedTask;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Step;
import tapwright.server.record.Records;
import tapwright.server.record.claim.ClaimTask;
import tapwright.server.record.claim.Deadline;
import tapwright.server.record.claim.StoredClaim;

/** What follows of a claim: its tasks and its dates, set anew with each word that counts. */
final class OpenTasks {

  private final ClaimTerms terms;

  OpenTasks(ClaimTerms terms) {
    this.terms = terms;
  }

  /** What a word on a claim brings with it. */
  record Following(Outcome outcome, Set<Effect> effects, Map<Step, Instant> due) {}

  /** Drops what followed of the word before, and sets what follows of this one. */
  void follow(Records records, StoredClaim claim, Deed deed, Following following) {
    drop(records, claim, deed, "superseded");
    int number = records.claimTasks().of(claim).size();
    for (PlannedTask plan :
        PlannedTask.of(following.outcome(), following.effects(), following.due())) {
      number++;
      records.claimTasks().add(task(claim, number, plan, deed.recordedAt()));
    }
    dates(records, claim, following.due());
  }

  private ClaimTask task(StoredClaim claim, int number, PlannedTask plan, Instant now) {
    Optional<ClaimTask.Carrying> carrying =
        terms.carriesOut().contains(plan.effect())
            ? Optional.of(new ClaimTask.Carrying(0, now))
            : Optional.empty();
    return new ClaimTask(
        claim.card(), claim.seller(), claim.id(), number, plan, Optional.empty(), carrying);
  }

  /** Sets the dates; a step that was done stays done. */
  void dates(Records records, StoredClaim decision, Map<Step, Instant> due) {
    records.deadlines().add(Deadline.of(decision, due, terms.warning()));
  }

  static void drop(Records records, StoredClaim claim, Deed deed, String reference) {
    for (ClaimTask task : open(records, claim)) {
      records
          .claimTasks()
          .end(
              task.endedBy(
                  new ClaimTask.End(false, deed.recordedAt(), deed.by().actor(), reference)));
    }
  }

  static List<ClaimTask> open(Records records, StoredClaim claim) {
    return records.claimTasks().of(claim).stream().filter(task -> task.ended().isEmpty()).toList();
  }
}
