package tapwright.agent.station.bench;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodingReader;
import tapwright.agent.encode.Presentation;
import tapwright.agent.encode.TagAcquaintance;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.reader.Signal;
import tapwright.agent.station.ReaderDoing;
import tapwright.agent.station.StationListener;
import tapwright.agent.station.StationNews;
import tapwright.agent.station.StationRefusal;
import tapwright.agent.station.Tagged;
import tapwright.agent.station.Waiter;
import tapwright.agent.station.WorkItem;
import tapwright.agent.station.journal.Journal;
import tapwright.agent.station.journal.JournalStep;
import tapwright.agent.station.journal.JournalStep.Kind;
import tapwright.core.Refusal;
import tapwright.core.tag.Uid;
import tapwright.core.tag.originality.Originality;

/**
 * One reader and what is done with each card that is laid on it, from one thread.
 *
 * <pre>
 * card is        done with it
 * nobody's       bound to the next in the queue, written, read back
 * begun here     finished as what it was begun as, here or on another reader
 * anybody's else refused: uid-owned
 * given up       refused: uid-scrapped
 * </pre>
 *
 * <p>One that is refused before any write is nobody's again. One that was written before, or is
 * now, is given up when it is to blame and shows nothing; what may show the row's message stays the
 * row's until it is finished or a person gives it up.
 */
public final class Bench {

  /** How long a card may lie there after it is done, before the outbox is looked after. */
  private static final Duration REMOVAL = Duration.ofSeconds(2);

  /** How long a reader is left alone after it failed. */
  private static final Duration AFTER_FAULT = Duration.ofSeconds(1);

  private final EncodingReader reader;
  private final Journal journal;
  private final WorkSource work;
  private final Claims claims;
  private final UidCheck check;
  private final StationListener listener;
  private final Waiter waiter;
  private @Nullable Uid left;
  private boolean leftWithoutWork;
  private boolean saidUnsigned;
  private @Nullable Uid attended;
  private @Nullable String failure;
  private StationNews.@Nullable AtReader said;
  private StationNews.@Nullable AtReader outcome;
  private boolean attendedBefore;

  public Bench(EncodingReader reader, Journal journal, Office office) {
    this.reader = reader;
    this.journal = journal;
    this.work = office.work();
    this.claims = office.claims();
    this.check = office.check();
    this.listener = office.listener();
    this.waiter = office.waiter();
  }

  /**
   * What the benches of one run share.
   *
   * @param check asked before a card that is nobody's is bound
   */
  public record Office(
      WorkSource work, Claims claims, UidCheck check, StationListener listener, Waiter waiter) {}

  String readerName() {
    return reader.name();
  }

  /** Waits for a card and does what is to be done with it; false when none came that could be. */
  public boolean attend(Duration timeout) {
    try {
      Optional<Presentation> came = reader.awaitPresentation(timeout);
      if (came.isEmpty()) {
        left = null;
        failure = null;
        attendedBefore = true;
        say(ReaderDoing.WAITING, "");
        return false;
      }
      try (Presentation presentation = came.get()) {
        forgetFailureOfAnother(presentation.uid());
        boolean fresh = attend(presentation);
        failure = null;
        return fresh;
      }
    } catch (ReaderFault fault) {
      failed(fault);
      return false;
    }
  }

  /** Says what is done at the reader; that it goes on waiting is not said again and again. */
  private void say(ReaderDoing doing, String label) {
    StationNews.AtReader now = new StationNews.AtReader(readerName(), doing, label);
    if (doing != ReaderDoing.WAITING || !now.equals(said)) {
      said = now;
      listener.on(now);
    }
  }

  /** A reader that failed and came back has the card of before on it. */
  private void sayAgain() {
    StationNews.AtReader before = outcome;
    if (before != null && !before.equals(said)) {
      say(before.doing(), before.label());
    }
  }

  /** Says once what fails, however long the card lies there or the reader is gone. */
  private void failed(ReaderFault fault) {
    String what = String.valueOf(fault.getMessage());
    String cause = isAway(fault) ? "away" : what;
    if (!cause.equals(failure)) {
      say(ReaderDoing.FAILING, "");
      listener.on(new StationNews.ReaderFailed(readerName(), what));
    }
    failure = isFreeAgain() ? null : cause;
  }

  /** What fails with one card is told anew when it fails with the next. */
  private void forgetFailureOfAnother(Uid uid) {
    if (!uid.equals(attended)) {
      failure = null;
    }
    attended = uid;
  }

  /** A service or reader that goes is met by several calls in turn, which call it differently. */
  private static boolean isAway(ReaderFault fault) {
    return fault instanceof ReaderFault.ServiceGone
        || fault instanceof ReaderFault.ReaderGone
        || fault instanceof ReaderFault.ReaderUnknown;
  }

  private boolean isFreeAgain() {
    try {
      return reader.awaitRemoval(REMOVAL);
    } catch (ReaderFault gone) {
      waiter.pause(AFTER_FAULT);
      return false;
    }
  }

  /** A card that was attended to and still lies there is no new one, unless work has come. */
  private boolean attend(Presentation presentation) {
    Uid uid = presentation.uid();
    boolean fresh = !uid.equals(left) || (leftWithoutWork && work.next().isPresent());
    if (fresh) {
      leftWithoutWork = false;
      decide(presentation);
      outcome = said;
    } else {
      sayAgain();
    }
    attendedBefore = true;
    left = presentation.awaitRemoval(REMOVAL) ? null : uid;
    return fresh;
  }

  private void decide(Presentation presentation) {
    Uid uid = presentation.uid();
    Optional<Refusal> objection = claims.isFree(uid) ? check.objection(uid) : Optional.empty();
    if (objection.isPresent()) {
      turnedAway(presentation, objection.get());
      return;
    }
    Claim claim = claims.claim(uid);
    if (claim instanceof Claim.Work(WorkItem item, boolean fresh)) {
      try {
        encode(presentation, item, fresh);
      } finally {
        claims.release(uid);
      }
    } else {
      leave(presentation, claim);
    }
  }

  /**
   * Where the content of fresh work does not suit the chip, the next is put onto it; of each kind
   * that the chip cannot do, one is tried.
   */
  private void encode(Presentation presentation, WorkItem item, boolean fresh) {
    Map<Counting, Refusal> unfit = new EnumMap<>(Counting.class);
    boolean usedUp = isUsedUp(presentation, item, fresh, unfit);
    while (!usedUp) {
      Claim next = claims.claimNext(presentation.uid(), unfit.keySet());
      if (!(next instanceof Claim.Work(WorkItem another, boolean anew))) {
        leave(presentation, next, unfit);
        return;
      }
      usedUp = isUsedUp(presentation, another, anew, unfit);
    }
  }

  private void leave(Presentation presentation, Claim claim, Map<Counting, Refusal> unfit) {
    if (claim instanceof Claim.Nothing && !unfit.isEmpty()) {
      turnedAway(presentation, chipUnfit(presentation.uid(), List.copyOf(unfit.values())));
    } else {
      leave(presentation, claim);
    }
  }

  /** Says which chips the orders need, which each of the refusals does. */
  private static Refusal chipUnfit(Uid uid, List<Refusal> problems) {
    return problems.size() == 1
        ? problems.getFirst()
        : StationRefusal.CHIP_UNFIT.with(
            "uid",
            uid,
            "problem",
            String.join("; ", problems.stream().map(Refusal::message).toList()));
  }

  private void leave(Presentation presentation, Claim claim) {
    switch (claim) {
      case Claim.Nothing nothing -> {
        leftWithoutWork = true;
        listener.on(new StationNews.NoWork(readerName(), presentation.uid()));
        say(ReaderDoing.IDLE, "");
      }
      case Claim.Made(String label, Refusal refusal) -> made(presentation, label, refusal);
      case Claim.No(Refusal refusal) -> turnedAway(presentation, refusal);
      case Claim.Work wanted -> throw new IllegalStateException("work is not left undone");
    }
  }

  /** One that lies there when the run begins was left there; a later one may be a clone of it. */
  private void made(Presentation presentation, String label, Refusal refusal) {
    if (attendedBefore) {
      turnedAway(presentation, refusal);
    } else {
      listener.on(new StationNews.MadeBefore(readerName(), presentation.uid(), label));
      say(ReaderDoing.DONE, label);
    }
  }

  private void turnedAway(Presentation presentation, Refusal refusal) {
    presentation.signal(Signal.BAD);
    listener.on(new StationNews.TagRefused(readerName(), presentation.uid(), refusal));
    say(ReaderDoing.REFUSED, "");
  }

  /** Whether the card is used up; it is not where only the row was refused. */
  private boolean isUsedUp(
      Presentation presentation, WorkItem item, boolean fresh, Map<Counting, Refusal> unfit) {
    warnBeforeLasting(presentation, item);
    listener.on(new StationNews.CardBegun(item));
    say(ReaderDoing.WRITING, item.label());
    return switch (presentation.encode(item.request().knowing(acquaintance(fresh)))) {
      case EncodeOutcome.Verified verified -> {
        verified(presentation, item, verified);
        yield true;
      }
      case EncodeOutcome.Refused(Refusal refusal) -> {
        if (!fresh || presentation.wasWritten()) {
          unfinished(presentation, item, refusal);
          yield true;
        }
        yield isUsedUpUnbegun(presentation, item, refusal, unfit);
      }
    };
  }

  /** Work's password is for the card that it was begun on, never for one that came with its own. */
  private static TagAcquaintance acquaintance(boolean fresh) {
    return fresh ? TagAcquaintance.STRANGER : TagAcquaintance.BEGUN_HERE;
  }

  /** Chips without any signature may be all of a delivery: that is said once. */
  private void warnBeforeLasting(Presentation presentation, WorkItem item) {
    Originality signature =
        item.request().finish().isOpen() ? Originality.NOT_ASKED : presentation.originality();
    boolean known = signature == Originality.NO_SIGNATURE && saidUnsigned;
    saidUnsigned |= signature == Originality.NO_SIGNATURE;
    signature
        .warning()
        .filter(warning -> !known)
        .map(warning -> "look at card %s: %s".formatted(presentation.uid(), warning))
        .ifPresent(text -> listener.on(new StationNews.Notice(text)));
  }

  private void verified(Presentation presentation, WorkItem item, EncodeOutcome.Verified verified) {
    Tagged tag = new Tagged(presentation.uid(), presentation.modelName());
    journal.append(
        JournalStep.verified(item.owner(), tag.uid(), verified.message().sha256(), tag.model()),
        work.verifiedEvent(item, tag, verified));
    presentation.signal(Signal.GOOD);
    listener.on(new StationNews.CardVerified(item, tag, verified));
    say(ReaderDoing.DONE, item.label());
  }

  /** The card holds what it held before: it is nobody's. */
  private boolean isUsedUpUnbegun(
      Presentation presentation, WorkItem item, Refusal refusal, Map<Counting, Refusal> unfit) {
    return switch (Blame.of(refusal)) {
      case CONTENT -> {
        journal.append(
            JournalStep.no(Kind.REFUSED, item.owner(), presentation.uid(), refusal),
            work.refusedEvent(item, refusal));
        listener.on(new StationNews.RowRefused(item.label(), refusal));
        yield false;
      }
      case CHIP -> {
        journal.append(
            JournalStep.no(Kind.TURNED_AWAY, item.owner(), presentation.uid(), refusal),
            Optional.empty());
        unfit.put(item.request().counting(), refusal);
        yield false;
      }
      case READER, SECRET, CARD -> {
        notMade(Kind.TURNED_AWAY, presentation, item, refusal);
        yield true;
      }
    };
  }

  /**
   * A row gets another card only where this one shows nothing, for two would answer to one link.
   */
  private void unfinished(Presentation presentation, WorkItem item, Refusal refusal) {
    switch (Blame.of(refusal)) {
      case READER ->
          turnedAway(presentation, stays(StationRefusal.READER_UNFIT, presentation, item, refusal));
      case SECRET ->
          turnedAway(presentation, stays(StationRefusal.UID_STUCK, presentation, item, refusal));
      case CARD, CHIP, CONTENT -> {
        if (presentation.isKnownEmpty()) {
          notMade(Kind.SCRAPPED, presentation, item, refusal);
        } else {
          turnedAway(presentation, stays(StationRefusal.UID_STUCK, presentation, item, refusal));
        }
      }
    }
  }

  private void notMade(Kind kind, Presentation presentation, WorkItem item, Refusal refusal) {
    journal.append(
        JournalStep.no(kind, item.owner(), presentation.uid(), refusal), Optional.empty());
    turnedAway(presentation, refusal);
  }

  private static Refusal stays(
      StationRefusal why, Presentation presentation, WorkItem item, Refusal problem) {
    return why.with("uid", presentation.uid(), "owner", item.label(), "problem", problem.message());
  }
}
