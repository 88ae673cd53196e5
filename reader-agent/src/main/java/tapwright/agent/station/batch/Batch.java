package tapwright.agent.station.batch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodingReader;
import tapwright.agent.encode.Finish;
import tapwright.agent.print.SheetLabel;
import tapwright.agent.station.StationListener;
import tapwright.agent.station.StationNews;
import tapwright.agent.station.StationRefusal;
import tapwright.agent.station.Tagged;
import tapwright.agent.station.Waiter;
import tapwright.agent.station.WorkItem;
import tapwright.agent.station.bench.Bench;
import tapwright.agent.station.bench.Claims;
import tapwright.agent.station.bench.Crew;
import tapwright.agent.station.bench.Shift;
import tapwright.agent.station.bench.Tally;
import tapwright.agent.station.bench.UidCheck;
import tapwright.agent.station.bench.WorkSource;
import tapwright.agent.station.journal.FinishNote;
import tapwright.agent.station.journal.Journal;
import tapwright.agent.station.journal.JournalItem;
import tapwright.agent.station.journal.JournalStep;
import tapwright.agent.station.journal.OutboxEvent;
import tapwright.agent.station.journal.RowState;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.Uid;

/**
 * A file of cards made one after the other on one reader or several, without a server.
 *
 * <p>May end at any moment, by kill -9 too, and goes on where it was when it is run again: no card
 * is made twice, and a card that was begun is finished as what it was begun as.
 */
public final class Batch implements WorkSource {

  private final BatchFile file;
  private final Journal journal;
  private final Settings settings;
  private final Tally tally;
  private final Claims claims;
  private final List<Bench> benches;
  private final Map<String, BatchRow> rows = new HashMap<>();
  private volatile boolean stopping;

  public Batch(
      BatchFile file,
      List<? extends EncodingReader> readers,
      Journal journal,
      Settings settings,
      StationListener listener) {
    this.file = file;
    this.journal = journal;
    this.settings = settings;
    this.tally = new Tally(listener);
    this.claims = new Claims(journal, this);
    Bench.Office office = new Bench.Office(this, claims, UidCheck.NONE, tally, settings.waiter);
    this.benches = readers.stream().map(reader -> new Bench(reader, journal, office)).toList();
    file.rows().forEach(row -> rows.put(owner(row), row));
  }

  /** Makes cards until every row has one, or none comes any more. */
  public Checked<BatchSummary> run() {
    return objection().<Checked<BatchSummary>>map(Checked::refused).orElseGet(this::made);
  }

  /** Why the batch is not gone on with: it has cards that were finished in another way. */
  public Optional<Refusal> objection() {
    FinishNote now = finish();
    boolean hasCards = inState(RowState.VERIFIED) + inState(RowState.BOUND) > 0;
    return journal
        .finishOf(source())
        .filter(before -> hasCards && !before.equals(now))
        .map(
            before ->
                StationRefusal.BATCH_FINISH.with(
                    "file",
                    file.name(),
                    "seen",
                    now.inWords() + (now.inWords().equals(before.inWords()) ? ", another one" : ""),
                    "allowed",
                    before.inWords()));
  }

  private FinishNote finish() {
    return FinishNote.of(settings.finish, source());
  }

  private Checked<BatchSummary> made() {
    Instant begun = settings.clock.instant();
    enrol();
    announceSharedLinks();
    if (!journal.finishOf(source()).equals(Optional.of(finish()))) {
      journal.noteFinish(source(), finish());
    }
    tally.on(new StationNews.BatchBegun(file.rows().size(), inState(RowState.VERIFIED)));
    new Crew(benches, new UntilComplete(), settings.clock, settings.waiter).work();
    return Checked.passed(summary(Duration.between(begun, settings.clock.instant())));
  }

  /** Ends the run after the card that is being made; may be called from any thread. */
  public void stop() {
    stopping = true;
  }

  /**
   * Gives a card up that was begun in this batch and is lost or broken: its row gets another one,
   * and the card is never taken again.
   */
  public Checked<Uid> giveUp(String field, Uid uid) {
    return claims.giveUp(field, uid);
  }

  /** What is printed for the rows that have their card, in the order of the file. */
  public List<SheetLabel> sheetLabels() {
    return file.rows().stream()
        .filter(row -> journal.stateOf(owner(row)) == RowState.VERIFIED)
        .map(BatchRow::sheetLabel)
        .toList();
  }

  @Override
  public Optional<WorkItem> next(Set<Counting> unfit) {
    return journal
        .nextQueued(source())
        .flatMap(item -> workItem(item.owner()))
        .filter(item -> !unfit.contains(item.request().counting()));
  }

  @Override
  public boolean owns(String owner) {
    return rows.containsKey(owner);
  }

  @Override
  public Optional<Checked<WorkItem>> find(String owner) {
    return workItem(owner).map(Checked::passed);
  }

  private Optional<WorkItem> workItem(String owner) {
    return Optional.ofNullable(rows.get(owner))
        .map(
            row ->
                new WorkItem(owner, row.label(), row.request(settings.finish), row.labelContent()));
  }

  @Override
  public Optional<OutboxEvent> verifiedEvent(
      WorkItem item, Tagged tag, EncodeOutcome.Verified outcome) {
    return Optional.empty();
  }

  @Override
  public Optional<OutboxEvent> refusedEvent(WorkItem item, Refusal refusal) {
    return Optional.empty();
  }

  private void enrol() {
    List<JournalItem> items =
        file.rows().stream()
            .map(
                row -> new JournalItem(owner(row), row.line(), file.name() + " " + row.label(), ""))
            .toList();
    journal.othersNamed(file.name(), source()).forEach(this::announceOther);
    journal.enrol(source(), file.name(), items);
    journal
        .inState(source(), RowState.REFUSED)
        .forEach(item -> journal.append(JournalStep.requeued(item.owner())));
  }

  /** Two cards with one link cannot be told apart later, which may be meant. */
  private void announceSharedLinks() {
    Map<String, Integer> lines = new HashMap<>();
    for (BatchRow row : file.rows()) {
      Integer before = lines.putIfAbsent(row.link().toString(), row.line());
      if (before != null) {
        tally.on(
            new StationNews.Notice(
                "lines %d and %d have the same url: two cards with one link"
                    .formatted(before, row.line())));
      }
    }
  }

  /** An edited file is another batch; whoever edited it should know what the old one has made. */
  private void announceOther(String other) {
    int made = journal.inState(other, RowState.VERIFIED).size();
    int begun = journal.inState(other, RowState.BOUND).size();
    int waiting = journal.inState(other, RowState.QUEUED).size();
    if (made + begun > 0) {
      tally.on(
          new StationNews.Notice(
              file.name()
                  + " was another batch before its content changed: "
                  + made
                  + " cards made, "
                  + begun
                  + " begun, "
                  + waiting
                  + " waiting; their cards are not taken for this one"));
    }
  }

  private boolean isUnfinished() {
    return journal.nextQueued(source()).isPresent() || journal.hasBegun(source());
  }

  private int inState(RowState state) {
    return journal.inState(source(), state).size();
  }

  private BatchSummary summary(Duration time) {
    return new BatchSummary(
        file.name(),
        file.rows().size(),
        inState(RowState.VERIFIED),
        tally.verified(),
        tally.linkOnly(),
        open(RowState.REFUSED),
        open(RowState.BOUND),
        inState(RowState.QUEUED),
        tally.causes(),
        time.toMillis());
  }

  private List<BatchSummary.Open> open(RowState state) {
    return journal.inState(source(), state).stream()
        .map(item -> open(item, journal.lastStepOf(item.owner()).orElseThrow()))
        .toList();
  }

  private static BatchSummary.Open open(JournalItem item, JournalStep step) {
    Uid uid = step.uid();
    String code = step.code();
    String detail = step.detail();
    return new BatchSummary.Open(
        item.label(),
        uid == null ? "" : uid.toString(),
        code == null ? "row-unfinished" : code,
        detail == null ? "its card was begun; lay it on again to finish it" : detail);
  }

  private String source() {
    return "batch:" + file.identity().toHex();
  }

  private String owner(BatchRow row) {
    return source() + ":" + row.line();
  }

  /** Until every row has its card, or none comes any more. */
  private final class UntilComplete implements Shift {

    @Override
    public boolean goesOn(Instant lastCard) {
      return !stopping
          && isUnfinished()
          && settings.clock.instant().isBefore(lastCard.plus(settings.patience));
    }

    @Override
    public boolean wantsCards() {
      return true;
    }

    @Override
    public void between() {}
  }

  /**
   * What a batch needs beside its file and reader.
   *
   * @param patience how long it waits for the next card before it ends
   * @param finish what is done with each card once it was read back
   */
  public record Settings(InstantSource clock, Waiter waiter, Duration patience, Finish finish) {}
}
