package tapwright.agent.station.job;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.print.SheetLabel;
import tapwright.agent.station.StationListener;
import tapwright.agent.station.StationNews;
import tapwright.agent.station.StationRefusal;
import tapwright.agent.station.Tagged;
import tapwright.agent.station.WorkItem;
import tapwright.agent.station.bench.WorkSource;
import tapwright.agent.station.journal.Journal;
import tapwright.agent.station.journal.JournalItem;
import tapwright.agent.station.journal.JournalStep;
import tapwright.agent.station.journal.JournalStep.Kind;
import tapwright.agent.station.journal.OutboxEvent;
import tapwright.agent.station.journal.RowState;
import tapwright.agent.station.server.Json;
import tapwright.agent.station.server.ServerAddress;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.WireContact;

/** The jobs that the server has leased to this station, as the journal keeps them. */
final class JobQueue implements WorkSource {

  /** What its owners in the journal begin with. */
  private static final String OWNER = "job:";

  private final Journal journal;
  private final String source;
  private final InstantSource clock;
  private final JobEvents events;
  private final StationListener listener;

  JobQueue(
      Journal journal,
      ServerAddress server,
      InstantSource clock,
      Supplier<String> eventIds,
      StationListener listener) {
    this.journal = journal;
    this.source = server.source();
    this.clock = clock;
    this.events = new JobEvents(OWNER, clock, eventIds);
    this.listener = listener;
  }

  /** Writes leased jobs down; one that was given back or refused before may be tried again. */
  void take(List<EncodeJob> jobs) {
    journal.enrol(source, source, jobs.stream().map(JobQueue::journalItem).toList());
    for (EncodeJob job : jobs) {
      RowState state = journal.stateOf(owner(job));
      if (state == RowState.RELEASED || state == RowState.REFUSED) {
        journal.append(JournalStep.requeued(owner(job)));
      }
    }
  }

  int queued() {
    return journal.inState(source, RowState.QUEUED).size();
  }

  /** What is printed for the jobs that have their card, those of the last weeks' runs too. */
  List<SheetLabel> sheetLabels() {
    return journal.inState(source, RowState.VERIFIED).stream()
        .filter(item -> !item.content().isEmpty())
        .map(JobQueue::job)
        .map(JobQueue::sheetLabel)
        .toList();
  }

  /** Jobs whose card was begun and has to be seen again. */
  int begun() {
    return journal.inState(source, RowState.BOUND).size();
  }

  @Override
  public Optional<WorkItem> next(Set<Counting> unfit) {
    return journal.exclusively(() -> unfit.isEmpty() ? nextThatCanBeMade() : nextBut(unfit));
  }

  @Override
  public boolean owns(String owner) {
    return owner.startsWith(OWNER);
  }

  /** Jobs that cannot be made at all are left to the look at the first in the queue. */
  private Optional<WorkItem> nextBut(Set<Counting> unfit) {
    return journal.inState(source, RowState.QUEUED).stream()
        .map(JobQueue::job)
        .filter(job -> !unfit.contains(counting(job)))
        .filter(job -> clock.instant().isBefore(job.leasedUntil()))
        .flatMap(
            job ->
                request(job) instanceof Checked.Passed<EncodeRequest>(EncodeRequest request)
                    ? Stream.of(workItem(job, request))
                    : Stream.empty())
        .findFirst();
  }

  private Optional<WorkItem> nextThatCanBeMade() {
    Optional<JournalItem> queued = journal.nextQueued(source);
    while (queued.isPresent()) {
      EncodeJob job = job(queued.get());
      if (!clock.instant().isBefore(job.leasedUntil())) {
        release(job);
      } else if (request(job) instanceof Checked.Passed<EncodeRequest>(EncodeRequest request)) {
        return Optional.of(workItem(job, request));
      } else if (request(job) instanceof Checked.Refused<EncodeRequest>(Refusal refusal)) {
        refuse(job, refusal);
      }
      queued = journal.nextQueued(source);
    }
    return Optional.empty();
  }

  /** A card that was begun is finished, whatever became of its lease: half a card helps nobody. */
  @Override
  public Optional<Checked<WorkItem>> find(String owner) {
    if (!owner.startsWith(OWNER)) {
      return Optional.empty();
    }
    return journal.find(owner).map(JobQueue::job).map(JobQueue::begun);
  }

  private static Checked<WorkItem> begun(EncodeJob job) {
    return switch (request(job)) {
      case Checked.Passed<EncodeRequest>(EncodeRequest request) ->
          Checked.passed(workItem(job, request));
      case Checked.Refused<EncodeRequest>(Refusal problem) ->
          Checked.refused(JobContent.refused(job, problem));
    };
  }

  @Override
  public Optional<OutboxEvent> verifiedEvent(
      WorkItem item, Tagged tag, EncodeOutcome.Verified outcome) {
    return Optional.of(events.verified(item.owner(), tag, outcome));
  }

  @Override
  public Optional<OutboxEvent> refusedEvent(WorkItem item, Refusal refusal) {
    return Optional.of(events.refused(item.owner(), refusal));
  }

  private void release(EncodeJob job) {
    Refusal reason =
        StationRefusal.LEASE_EXPIRED.with("job", job.jobId(), "seen", job.leasedUntil());
    journal.append(
        JournalStep.no(Kind.RELEASED, owner(job), null, reason),
        Optional.of(events.released(owner(job))));
    listener.on(new StationNews.Notice(reason.message()));
  }

  private void refuse(EncodeJob job, Refusal problem) {
    Refusal refusal = JobContent.refused(job, problem);
    journal.append(
        JournalStep.no(Kind.REFUSED, owner(job), null, refusal),
        Optional.of(events.refused(owner(job), refusal)));
    listener.on(new StationNews.RowRefused(JobContent.label(job), refusal));
  }

  private static Checked<EncodeRequest> request(EncodeJob job) {
    return JobContent.request(job);
  }

  private static Counting counting(EncodeJob job) {
    return JobContent.counting(job);
  }

  private static WorkItem workItem(EncodeJob job, EncodeRequest request) {
    return JobContent.workItem(owner(job), job, request);
  }

  private static SheetLabel sheetLabel(EncodeJob job) {
    WireContact contact = job.contact();
    return new SheetLabel(
        job.qrLink(), contact == null ? "" : JobContent.known(contact.name()), job.order());
  }

  private static JournalItem journalItem(EncodeJob job) {
    return new JournalItem(owner(job), 0, JobContent.label(job), Json.write(job));
  }

  private static EncodeJob job(JournalItem item) {
    return Json.readOwn(item.content(), EncodeJob.class);
  }

  private static String owner(EncodeJob job) {
    return OWNER + job.jobId();
  }
}
