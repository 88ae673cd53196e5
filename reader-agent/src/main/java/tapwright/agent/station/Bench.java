package tapwright.agent.station;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodingReader;
import tapwright.agent.encode.Presentation;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.reader.Signal;
import tapwright.agent.station.JournalStep.Kind;
import tapwright.core.Refusal;
import tapwright.core.tag.TagModel;
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
final class Bench {

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
  private @Nullable String failure;
  private @Nullable ReaderDoing doing;

  Bench(EncodingReader reader, Journal journal, Office office) {
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
  record Office(
      WorkSource work, Claims claims, UidCheck check, StationListener listener, Waiter waiter) {}

  String readerName() {
    return reader.name();
  }

  /** Waits for a card and does what is to be done with it; false when none came that could be. */
  boolean attend(Duration timeout) {
    try {
      Optional<Presentation> came = reader.awaitPresentation(timeout);
      if (came.isEmpty()) {
        left = null;
        failure = null;
        say(ReaderDoing.WAITING);
        return false;
      }
      try (Presentation presentation = came.get()) {
        boolean fresh = attend(presentation);
        failure = null;
        return fresh;
      }
    } catch (ReaderFault fault) {
      failed(String.valueOf(fault.getMessage()));
      return false;
    }
  }

  /** Says what is done at the reader; that it goes on waiting is not said again and again. */
  private void say(ReaderDoing now) {
    if (now != doing || now != ReaderDoing.WAITING) {
      doing = now;
      listener.on(new StationNews.AtReader(readerName(), now));
    }
  }

  /** Says once what fails, however long the card lies there or the reader is gone. */
  private void failed(String what) {
    if (!what.equals(failure)) {
      say(ReaderDoing.FAILING);
      listener.on(new StationNews.ReaderFailed(readerName(), what));
    }
    failure = isFreeAgain() ? null : what;
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
    }
    say(ReaderDoing.DONE);
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

  /** Where the content of fresh work does not suit the chip, the next is put onto it. */
  private void encode(Presentation presentation, WorkItem item, boolean fresh) {
    say(ReaderDoing.WRITING);
    boolean usedUp = isUsedUp(presentation, item, fresh);
    while (!usedUp) {
      Claim next = claims.claimNext(presentation.uid());
      if (!(next instanceof Claim.Work(WorkItem another, boolean anew))) {
        leave(presentation, next);
        return;
      }
      usedUp = isUsedUp(presentation, another, anew);
    }
  }

  private void leave(Presentation presentation, Claim claim) {
    switch (claim) {
      case Claim.Nothing nothing -> {
        leftWithoutWork = true;
        listener.on(new StationNews.NoWork(presentation.uid()));
      }
      case Claim.No(Refusal refusal) -> turnedAway(presentation, refusal);
      case Claim.Work wanted -> throw new IllegalStateException("work is not left undone");
    }
  }

  private void turnedAway(Presentation presentation, Refusal refusal) {
    presentation.signal(Signal.BAD);
    listener.on(new StationNews.TagRefused(presentation.uid(), refusal));
  }

  /** Whether the card is used up; it is not where only the row was refused. */
  private boolean isUsedUp(Presentation presentation, WorkItem item, boolean fresh) {
    warnBeforeLasting(presentation, item);
    return switch (presentation.encode(item.request())) {
      case EncodeOutcome.Verified verified -> {
        verified(presentation, item, verified);
        yield true;
      }
      case EncodeOutcome.Refused(Refusal refusal) -> {
        boolean begun = !fresh || presentation.wasWritten();
        if (begun) {
          unfinished(presentation, item, refusal);
        } else {
          notBegun(presentation, item, refusal);
        }
        yield begun || Blame.of(refusal) != Blame.CONTENT;
      }
    };
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
    listener.on(new StationNews.CardVerified(item, tag, verified, leftOut(item, tag, verified)));
  }

  /** The card holds what it held before: it is nobody's. */
  private void notBegun(Presentation presentation, WorkItem item, Refusal refusal) {
    if (Blame.of(refusal) == Blame.CONTENT) {
      journal.append(
          JournalStep.no(Kind.REFUSED, item.owner(), presentation.uid(), refusal),
          work.refusedEvent(item, refusal));
      listener.on(new StationNews.RowRefused(item.label(), refusal));
    } else {
      notMade(Kind.TURNED_AWAY, presentation, item, refusal);
    }
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
      case CARD, CONTENT -> {
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

  private static OptionalInt leftOut(WorkItem item, Tagged tag, EncodeOutcome.Verified verified) {
    int preferredBytes = item.request().messages().getFirst().size();
    if (verified.message().size() == preferredBytes) {
      return OptionalInt.empty();
    }
    return Arrays.stream(TagModel.values())
        .filter(model -> model.label().equals(tag.model()))
        .mapToInt(model -> Math.max(1, preferredBytes - model.capacityBytes()))
        .findFirst();
  }
}
