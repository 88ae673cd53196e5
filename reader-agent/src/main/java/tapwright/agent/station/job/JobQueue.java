package tapwright.agent.station.job;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.print.SheetLabel;
import tapwright.agent.print.template.LabelContent;
import tapwright.agent.print.template.LabelField;
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
import tapwright.core.ndef.CardMessages;
import tapwright.core.ndef.Contact;
import tapwright.core.ndef.Link;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.StationEvent;
import tapwright.core.wire.WireContact;

/** The jobs that the server has leased to this station, as the journal keeps them. */
final class JobQueue implements WorkSource {

  private final Journal journal;
  private final String source;
  private final InstantSource clock;
  private final Supplier<String> eventIds;
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
    this.eventIds = eventIds;
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
    return owner.startsWith("job:");
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
    if (!owner.startsWith("job:")) {
      return Optional.empty();
    }
    return journal.find(owner).map(JobQueue::job).map(JobQueue::begun);
  }

  private static Checked<WorkItem> begun(EncodeJob job) {
    return switch (request(job)) {
      case Checked.Passed<EncodeRequest>(EncodeRequest request) ->
          Checked.passed(workItem(job, request));
      case Checked.Refused<EncodeRequest>(Refusal problem) ->
          Checked.refused(contentRefused(job, problem));
    };
  }

  private static Refusal contentRefused(EncodeJob job, Refusal problem) {
    return StationRefusal.JOB_CONTENT.with("job", job.jobId(), "problem", problem.message());
  }

  @Override
  public Optional<OutboxEvent> verifiedEvent(
      WorkItem item, Tagged tag, EncodeOutcome.Verified outcome) {
    StationEvent.Encoded encoded =
        new StationEvent.Encoded(
            tag.uid().toString(),
            tag.model(),
            outcome.message().toHex(),
            outcome.counterBaseline(),
            outcome.exchanges(),
            JobFinish.told(outcome.finished()));
    return Optional.of(event(item.owner(), StationEvent.Kind.VERIFIED, encoded, null));
  }

  @Override
  public Optional<OutboxEvent> refusedEvent(WorkItem item, Refusal refusal) {
    return Optional.of(event(item.owner(), StationEvent.Kind.REFUSED, null, problem(refusal)));
  }

  private void release(EncodeJob job) {
    Refusal reason =
        StationRefusal.LEASE_EXPIRED.with("job", job.jobId(), "seen", job.leasedUntil());
    journal.append(
        JournalStep.no(Kind.RELEASED, owner(job), null, reason),
        Optional.of(event(owner(job), StationEvent.Kind.RELEASED, null, null)));
    listener.on(new StationNews.Notice(reason.message()));
  }

  private void refuse(EncodeJob job, Refusal problem) {
    Refusal refusal = contentRefused(job, problem);
    journal.append(
        JournalStep.no(Kind.REFUSED, owner(job), null, refusal),
        Optional.of(event(owner(job), StationEvent.Kind.REFUSED, null, problem(refusal))));
    listener.on(new StationNews.RowRefused(label(job), refusal));
  }

  private OutboxEvent event(
      String owner,
      StationEvent.Kind kind,
      StationEvent.@Nullable Encoded encoded,
      StationEvent.@Nullable Problem problem) {
    String eventId = eventIds.get();
    String jobId = owner.substring("job:".length());
    return new OutboxEvent(
        eventId,
        owner,
        Json.write(new StationEvent(eventId, jobId, clock.instant(), kind, encoded, problem)));
  }

  private static StationEvent.Problem problem(Refusal refusal) {
    return new StationEvent.Problem(refusal.code().code(), refusal.message());
  }

  private static Checked<EncodeRequest> request(EncodeJob job) {
    WireContact wire = job.contact();
    Checked<Optional<Contact>> contact =
        wire == null ? Checked.passed(Optional.empty()) : contact(wire).map(Optional::of);
    return Link.of("link", job.link())
        .then(link -> contact.map(whose -> CardMessages.of(link, whose, job.linkCounting())))
        .then(
            messages ->
                JobFinish.of(job)
                    .map(finish -> new EncodeRequest(messages, counting(job), finish)));
  }

  private static Counting counting(EncodeJob job) {
    return switch (job.linkCounting()) {
      case NONE -> Counting.NONE;
      case MIRROR -> Counting.MIRROR;
      case SUN -> Counting.SUN;
    };
  }

  private static Checked<Contact> contact(WireContact wire) {
    return Contact.of(
        known(wire.name()),
        known(wire.title()),
        known(wire.company()),
        known(wire.phone()),
        known(wire.email()),
        known(wire.url()));
  }

  /** An older server may leave out a field that it does not know. */
  private static String known(@Nullable String field) {
    return field == null ? "" : field;
  }

  private static WorkItem workItem(EncodeJob job, EncodeRequest request) {
    return new WorkItem(owner(job), label(job), request, labelContent(job));
  }

  private static LabelContent labelContent(EncodeJob job) {
    WireContact contact = job.contact();
    LabelContent plain =
        LabelContent.of(job.qrLink())
            .with(LabelField.CARD_ID, job.slug())
            .with(LabelField.ORDER, job.order());
    return contact == null
        ? plain
        : plain
            .with(LabelField.NAME, known(contact.name()))
            .with(LabelField.TITLE, known(contact.title()))
            .with(LabelField.COMPANY, known(contact.company()));
  }

  private static SheetLabel sheetLabel(EncodeJob job) {
    WireContact contact = job.contact();
    return new SheetLabel(job.qrLink(), contact == null ? "" : known(contact.name()), job.order());
  }

  private static JournalItem journalItem(EncodeJob job) {
    return new JournalItem(owner(job), 0, label(job), Json.write(job));
  }

  private static EncodeJob job(JournalItem item) {
    return Json.readOwn(item.content(), EncodeJob.class);
  }

  private static String owner(EncodeJob job) {
    return "job:" + job.jobId();
  }

  private static String label(EncodeJob job) {
    return "order " + job.order() + " (card " + job.slug() + ")";
  }
}
