package tapwright.agent.station.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodingReader;
import tapwright.agent.encode.Presentation;
import tapwright.agent.encode.TagAcquaintance;
import tapwright.agent.encode.WriteRecord;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.reader.Signal;
import tapwright.agent.station.ReaderDoing;
import tapwright.agent.station.StationListener;
import tapwright.agent.station.StationNews;
import tapwright.agent.station.StationRefusal;
import tapwright.agent.station.Tagged;
import tapwright.agent.station.WorkItem;
import tapwright.agent.station.bench.Tally;
import tapwright.agent.station.journal.Journal;
import tapwright.agent.station.journal.TagStanding;
import tapwright.agent.station.server.ServerReply;
import tapwright.agent.station.server.StationClient;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.Uid;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.RewriteReply;

/**
 * Writes chips anew whose cards speak for another contact by now, one card after the other.
 *
 * <pre>
 * card is              done with it
 * begun here           finished as what it was begun as, server or not; then the server is asked
 * made, or nobody's    the server is asked; written where it is stale
 * another order's      refused: uid-owned
 * given up             refused: uid-scrapped
 * </pre>
 *
 * <p>What is to be written is in the journal before the first page changes, and what was written
 * before the server is told of it, so that a card that is lifted, a server that goes away and kill
 * -9 all end with the same card laid on again.
 */
public final class Rewriter {

  /** How long one wait for a card may be, so that an end of the run is noticed. */
  private static final Duration POLL = Duration.ofSeconds(1);

  private final StationClient client;
  private final EncodingReader reader;
  private final Journal journal;
  private final RewriteSettings settings;
  private final InstantSource clock;
  private final Tally tally;
  private final RewriteQueue queue;
  private final Outbox outbox;
  private @Nullable Uid left;
  private @Nullable String failure;
  private @Nullable ReaderDoing said;
  private boolean away;
  private volatile boolean stopping;

  public Rewriter(
      StationClient client,
      EncodingReader reader,
      Journal journal,
      RewriteSettings settings,
      StationListener listener) {
    this.client = client;
    this.reader = reader;
    this.journal = journal;
    this.settings = settings;
    this.clock = settings.clock();
    this.tally = new Tally(listener);
    this.queue = new RewriteQueue(journal, client.server(), clock, settings.eventIds());
    this.outbox = new Outbox(journal, client.server().rewrites(), client, clock, tally);
  }

  /** Attends to cards until it is stopped, has attended to as many as it shall, or none comes. */
  public RewriteSummary run() {
    Instant begun = clock.instant();
    Instant lastCard = begun;
    int attended = 0;
    queue.releaseUnbegun();
    outbox.sendDue();
    while (goesOn(attended, lastCard)) {
      if (attend()) {
        attended++;
        lastCard = clock.instant();
      }
      outbox.sendDue();
    }
    return new RewriteSummary(
        attended,
        tally.verified(),
        tally.linkOnly(),
        queue.begun(),
        outbox.untold(),
        away || !outbox.isEmpty(),
        tally.causes(),
        Duration.between(begun, clock.instant()).toMillis());
  }

  /** Ends the run after the card that is being written; may be called from any thread. */
  public void stop() {
    stopping = true;
  }

  /** Gives a card up that was begun here and is lost or broken; the server hears that too. */
  public Checked<Uid> giveUp(String field, Uid uid) {
    return queue.giveUp(field, uid);
  }

  private boolean goesOn(int attended, Instant lastCard) {
    boolean full = settings.cards() > 0 && attended >= settings.cards();
    return !stopping
        && !full
        && !Thread.currentThread().isInterrupted()
        && clock.instant().isBefore(lastCard.plus(settings.patience()));
  }

  /** Whether a card came that was not attended to just before. */
  private boolean attend() {
    try {
      Optional<Presentation> came = reader.awaitPresentation(POLL);
      if (came.isEmpty()) {
        left = null;
        failure = null;
        say(ReaderDoing.WAITING, "");
        return false;
      }
      try (Presentation presentation = came.get()) {
        boolean fresh = !presentation.uid().equals(left);
        if (fresh) {
          attend(presentation);
        }
        left = presentation.awaitRemoval(POLL) ? null : presentation.uid();
        return fresh;
      }
    } catch (ReaderFault fault) {
      failed(fault);
      return false;
    }
  }

  /** Says what is done at the reader; that it goes on waiting is not said again and again. */
  private void say(ReaderDoing doing, String label) {
    if (doing != ReaderDoing.WAITING || said != ReaderDoing.WAITING) {
      said = doing;
      tally.on(new StationNews.AtReader(reader.name(), doing, label));
    }
  }

  /** Says once what fails, however long the card lies there. */
  private void failed(ReaderFault fault) {
    String what = String.valueOf(fault.getMessage());
    if (!what.equals(failure)) {
      say(ReaderDoing.FAILING, "");
      tally.on(new StationNews.ReaderFailed(reader.name(), what));
    }
    failure = isFreeAgain() ? null : what;
  }

  private boolean isFreeAgain() {
    try {
      return reader.awaitRemoval(POLL);
    } catch (ReaderFault gone) {
      settings.waiter().pause(POLL);
      return false;
    }
  }

  private void attend(Presentation presentation) {
    Uid uid = presentation.uid();
    switch (journal.standingOf(uid)) {
      case TagStanding.Begun begun ->
          queue
              .begun(begun)
              .ifPresentOrElse(
                  work -> finish(presentation, work),
                  () -> turnedAway(presentation, owned(uid, begun)));
      case TagStanding.Scrapped(String reason) ->
          turnedAway(presentation, StationRefusal.UID_SCRAPPED.with("uid", uid, "reason", reason));
      case TagStanding.Free free -> ask(presentation);
      case TagStanding.Done done -> ask(presentation);
    }
  }

  private void finish(Presentation presentation, Checked<WorkItem> work) {
    switch (work) {
      case Checked.Passed<WorkItem>(WorkItem item) ->
          write(
              presentation,
              item,
              verified -> {
                queue.verified(item, tagged(presentation), verified);
                outbox.sendDue();
                askAfter(presentation, item, verified);
              });
      case Checked.Refused<WorkItem>(Refusal refusal) -> turnedAway(presentation, refusal);
    }
  }

  /**
   * What it was begun as may be of the past by now: it is done only when the server knows what it
   * holds, and says that it is right.
   */
  private void askAfter(Presentation presentation, WorkItem item, EncodeOutcome.Verified verified) {
    ServerReply<RewriteReply> reply =
        outbox.isTold(item.owner())
            ? client.askRewrite(presentation.uid())
            : new ServerReply.Away<>("the server does not hear of it");
    if (reply instanceof ServerReply.Answer<RewriteReply>(RewriteReply answer)
        && answer.standing() == RewriteReply.Standing.CURRENT) {
      away = false;
      done(presentation, item, verified);
    } else {
      replied(presentation, reply);
    }
  }

  private static Refusal owned(Uid uid, TagStanding.Begun begun) {
    return StationRefusal.UID_OWNED.with("uid", uid, "owner", begun.label(), "state", "unfinished");
  }

  private void ask(Presentation presentation) {
    replied(presentation, client.askRewrite(presentation.uid()));
  }

  private void replied(Presentation presentation, ServerReply<RewriteReply> reply) {
    away = reply instanceof ServerReply.Away<RewriteReply>;
    switch (reply) {
      case ServerReply.Answer<RewriteReply>(RewriteReply answer) -> answered(presentation, answer);
      case ServerReply.Away<RewriteReply>(String why) ->
          turnedAway(
              presentation,
              StationRefusal.REWRITE_AWAY.with("uid", presentation.uid(), "problem", why));
      case ServerReply.Rejected<RewriteReply>(int status, String problem) ->
          turnedAway(presentation, notTold(presentation, status, problem));
    }
  }

  private static Refusal notTold(Presentation presentation, int status, String problem) {
    return StationRefusal.REWRITE_NOT_TOLD.with(
        "uid", presentation.uid(), "seen", status, "problem", problem);
  }

  private void answered(Presentation presentation, RewriteReply answer) {
    switch (answer.standing()) {
      case STALE -> told(presentation, answer.job());
      case CURRENT -> turnedAway(presentation, StationRefusal.REWRITE_CURRENT, answer);
      case LOCKED -> turnedAway(presentation, StationRefusal.REWRITE_LOCKED, answer);
      case SIGNED -> turnedAway(presentation, StationRefusal.REWRITE_SIGNED, answer);
      case ENDED -> turnedAway(presentation, StationRefusal.REWRITE_ENDED, answer);
      case UNKNOWN -> turnedAway(presentation, StationRefusal.REWRITE_UNKNOWN, answer);
    }
  }

  private void turnedAway(Presentation presentation, StationRefusal why, RewriteReply answer) {
    turnedAway(
        presentation, why.with("uid", presentation.uid(), "card", String.valueOf(answer.cardId())));
  }

  private void told(Presentation presentation, @Nullable EncodeJob job) {
    if (job == null || !StationClient.isComplete(job)) {
      turnedAway(presentation, notTold(presentation, 200, "a field is missing"));
      return;
    }
    Checked<WorkItem> work = queue.take(job);
    if (work instanceof Checked.Refused<WorkItem>(Refusal refusal)) {
      queue.refused(job, refusal);
    }
    write(presentation, work);
  }

  private void write(Presentation presentation, Checked<WorkItem> work) {
    switch (work) {
      case Checked.Passed<WorkItem>(WorkItem item) -> write(presentation, item);
      case Checked.Refused<WorkItem>(Refusal refusal) -> turnedAway(presentation, refusal);
    }
  }

  private void write(Presentation presentation, WorkItem item) {
    write(
        presentation,
        item,
        verified -> {
          queue.verified(item, tagged(presentation), verified);
          done(presentation, item, verified);
        });
  }

  /** The server says that the chip has this password, as the journal does of a card begun here. */
  private void write(
      Presentation presentation, WorkItem item, Consumer<EncodeOutcome.Verified> after) {
    tally.on(new StationNews.CardBegun(item));
    say(ReaderDoing.WRITING, item.label());
    EncodeOutcome outcome =
        presentation.encode(item.request().knowing(TagAcquaintance.BEGUN_HERE), record(item));
    switch (outcome) {
      case EncodeOutcome.Verified verified -> after.accept(verified);
      case EncodeOutcome.Refused(Refusal refusal) -> refused(presentation, item, refusal);
    }
  }

  private WriteRecord record(WorkItem item) {
    return (uid, message) -> {
      queue.begin(item, uid);
      return outcome -> {};
    };
  }

  private static Tagged tagged(Presentation presentation) {
    return new Tagged(presentation.uid(), presentation.modelName());
  }

  private void done(Presentation presentation, WorkItem item, EncodeOutcome.Verified verified) {
    presentation.signal(Signal.GOOD);
    tally.on(new StationNews.CardVerified(item, tagged(presentation), verified));
    say(ReaderDoing.DONE, item.label());
  }

  /** A card that was begun may hold half of it, and stays on its way until it comes again. */
  private void refused(Presentation presentation, WorkItem item, Refusal refusal) {
    if (queue.isBegun(item, presentation.uid())) {
      turnedAway(
          presentation,
          StationRefusal.UID_STUCK.with(
              "uid", presentation.uid(), "owner", item.label(), "problem", refusal.message()));
    } else {
      queue.refused(item.owner(), refusal);
      turnedAway(presentation, refusal);
    }
  }

  private void turnedAway(Presentation presentation, Refusal refusal) {
    presentation.signal(Signal.BAD);
    tally.on(new StationNews.TagRefused(reader.name(), presentation.uid(), refusal));
    say(ReaderDoing.REFUSED, "");
  }
}
