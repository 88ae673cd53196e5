package tapwright.agent.station.job;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.station.StationRefusal;
import tapwright.agent.station.Tagged;
import tapwright.agent.station.WorkItem;
import tapwright.agent.station.journal.Journal;
import tapwright.agent.station.journal.JournalItem;
import tapwright.agent.station.journal.JournalStep;
import tapwright.agent.station.journal.JournalStep.Kind;
import tapwright.agent.station.journal.RowState;
import tapwright.agent.station.journal.TagStanding;
import tapwright.agent.station.server.Json;
import tapwright.agent.station.server.ServerAddress;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.Uid;
import tapwright.core.wire.EncodeJob;

/** The chips that the server has told this station to write anew, as the journal keeps them. */
final class RewriteQueue {

  private static final String OWNER = TagStanding.Begun.REWRITE;

  private final Journal journal;
  private final String source;
  private final JobEvents events;

  RewriteQueue(
      Journal journal, ServerAddress server, InstantSource clock, Supplier<String> eventIds) {
    this.journal = journal;
    this.source = server.rewrites();
    this.events = new JobEvents(OWNER, clock, eventIds);
  }

  /** Writes down what the server told; refused where no chip can hold it. */
  Checked<WorkItem> take(EncodeJob job) {
    String owner = OWNER + job.jobId();
    JournalItem item = new JournalItem(owner, 0, JobContent.label(job), Json.write(job));
    journal.enrol(source, source, List.of(item));
    if (journal.stateOf(owner) != RowState.QUEUED) {
      journal.append(JournalStep.requeued(owner));
    }
    return workItem(owner, job);
  }

  /** What the card was begun as, which it is finished as; empty where it is not of this kind. */
  Optional<Checked<WorkItem>> begun(TagStanding.Begun standing) {
    String owner = standing.owner();
    return owner.startsWith(OWNER)
        ? journal
            .find(owner)
            .map(item -> workItem(owner, Json.readOwn(item.content(), EncodeJob.class)))
        : Optional.empty();
  }

  private static Checked<WorkItem> workItem(String owner, EncodeJob job) {
    return switch (JobContent.request(job)) {
      case Checked.Passed<EncodeRequest>(EncodeRequest request) ->
          Checked.passed(JobContent.workItem(owner, job, request));
      case Checked.Refused<EncodeRequest>(Refusal problem) ->
          Checked.refused(JobContent.refused(job, problem));
    };
  }

  /** Whether the card is on its way to hold this. */
  boolean isBegun(WorkItem item, Uid uid) {
    return journal.standingOf(uid) instanceof TagStanding.Begun begun
        && begun.owner().equals(item.owner());
  }

  /** The card is on its way to hold this from now on; called before its first page changes. */
  void begin(WorkItem item, Uid uid) {
    if (!isBegun(item, uid)) {
      journal.append(JournalStep.rebound(item.owner(), uid, item.hash()));
    }
  }

  /** The card was read back equal, and the server is to be told. */
  void verified(WorkItem item, Tagged tag, EncodeOutcome.Verified outcome) {
    begin(item, tag.uid());
    journal.append(
        JournalStep.verified(item.owner(), tag.uid(), outcome.message().sha256(), tag.model()),
        Optional.of(events.verified(item.owner(), tag, outcome)));
  }

  /** The card holds what it held, and will not hold this. */
  void refused(String owner, Refusal refusal) {
    journal.append(
        JournalStep.no(Kind.REFUSED, owner, null, refusal),
        Optional.of(events.refused(owner, refusal)));
  }

  /** The same of what the server told just now. */
  void refused(EncodeJob job, Refusal refusal) {
    refused(OWNER + job.jobId(), refusal);
  }

  /** Gives back what was told of cards that were lifted before anything was written. */
  void releaseUnbegun() {
    for (JournalItem item : journal.inState(source, RowState.QUEUED)) {
      Refusal reason = StationRefusal.REWRITE_LEFT.with("card", item.label());
      journal.append(
          JournalStep.no(Kind.RELEASED, item.owner(), null, reason),
          Optional.of(events.released(item.owner())));
    }
  }

  int begun() {
    return journal.inState(source, RowState.BOUND).size();
  }

  /** Gives a card up that was begun and is lost or broken: it is never taken again. */
  Checked<Uid> giveUp(String field, Uid uid) {
    return journal.exclusively(
        () ->
            journal.standingOf(uid) instanceof TagStanding.Begun begun && begun(begun).isPresent()
                ? Checked.passed(scrapped(begun.owner(), uid))
                : Checked.refused(StationRefusal.UID_NOT_BOUND.with("field", field, "seen", uid)));
  }

  private Uid scrapped(String owner, Uid uid) {
    Refusal reason = StationRefusal.UID_SCRAPPED.with("uid", uid, "reason", "by the operator");
    journal.append(JournalStep.no(Kind.SCRAPPED, owner, uid, reason));
    refused(owner, reason);
    return uid;
  }
}
