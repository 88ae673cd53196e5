package tapwright.agent.station.bench;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tapwright.agent.encode.Counting;
import tapwright.agent.station.StationRefusal;
import tapwright.agent.station.WorkItem;
import tapwright.agent.station.journal.Journal;
import tapwright.agent.station.journal.JournalStep;
import tapwright.agent.station.journal.TagStanding;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.Uid;

/**
 * Says which work a card is for; of several readers no two ever get the same row or the same UID.
 *
 * <p>A UID can come twice at once: clones are sold with equal ones. While one of them is worked on,
 * the other is somebody else's.
 */
public final class Claims {

  private static final String IN_HAND = "on another reader now";

  private final Journal journal;
  private final WorkSource work;
  private final Set<Uid> inHand = new HashSet<>();

  public Claims(Journal journal, WorkSource work) {
    this.journal = journal;
    this.work = work;
  }

  /**
   * What the card is for; work that is given has it bound in the journal, and is to be {@linkplain
   * #release let go of}.
   */
  public Claim claim(Uid uid) {
    return journal.exclusively(
        () -> inHand.contains(uid) ? busy(uid) : noted(uid, decided(uid, Set.of())));
  }

  /** The next work for a card that the last could not be put onto, and that is in hand still. */
  Claim claimNext(Uid uid, Set<Counting> unfit) {
    return journal.exclusively(() -> decided(uid, unfit));
  }

  /** The card is done with, on this reader and for now. */
  void release(Uid uid) {
    journal.exclusively(() -> inHand.remove(uid));
  }

  /**
   * Gives a card up that was begun and is lost or broken: its row gets another one, and the card is
   * never taken again.
   */
  public Checked<Uid> giveUp(String field, Uid uid) {
    return journal.exclusively(
        () ->
            journal.standingOf(uid) instanceof TagStanding.Begun(String owner, String label)
                    && work.find(owner).isPresent()
                ? Checked.passed(scrapped(owner, uid))
                : Checked.refused(StationRefusal.UID_NOT_BOUND.with("field", field, "seen", uid)));
  }

  private Uid scrapped(String owner, Uid uid) {
    Refusal reason = StationRefusal.UID_SCRAPPED.with("uid", uid, "reason", "by the operator");
    journal.append(JournalStep.no(JournalStep.Kind.SCRAPPED, owner, uid, reason));
    return uid;
  }

  /** Whether the card is nobody's, so that it may be asked after elsewhere before it is bound. */
  boolean isFree(Uid uid) {
    return journal.standingOf(uid) instanceof TagStanding.Free;
  }

  private Claim noted(Uid uid, Claim claim) {
    if (claim instanceof Claim.Work) {
      inHand.add(uid);
    }
    return claim;
  }

  private Claim decided(Uid uid, Set<Counting> unfit) {
    return switch (journal.standingOf(uid)) {
      case TagStanding.Free free -> bound(uid, unfit);
      case TagStanding.Begun begun ->
          work.find(begun.owner()).map(Claims::begun).orElseGet(() -> begunElsewhere(uid, begun));
      case TagStanding.Done(String owner, String label) when work.owns(owner) ->
          new Claim.Made(label, ownedBy(uid, label, "finished"));
      case TagStanding.Done(String owner, String label) -> owned(uid, label, "finished");
      case TagStanding.Scrapped(String reason) ->
          new Claim.No(StationRefusal.UID_SCRAPPED.with("uid", uid, "reason", reason));
    };
  }

  private static Claim begun(Checked<WorkItem> item) {
    return switch (item) {
      case Checked.Passed<WorkItem>(WorkItem work) -> new Claim.Work(work, false);
      case Checked.Refused<WorkItem>(Refusal refusal) -> new Claim.No(refusal);
    };
  }

  private static Claim begunElsewhere(Uid uid, TagStanding.Begun begun) {
    return begun.isRewrite()
        ? new Claim.No(StationRefusal.UID_BEING_REWRITTEN.with("uid", uid, "owner", begun.label()))
        : owned(uid, begun.label(), "unfinished");
  }

  private Claim bound(Uid uid, Set<Counting> unfit) {
    Optional<WorkItem> next = work.next(unfit);
    next.ifPresent(item -> journal.append(JournalStep.bound(item.owner(), uid, item.hash())));
    return next.<Claim>map(item -> new Claim.Work(item, true)).orElseGet(Claim.Nothing::new);
  }

  private Claim busy(Uid uid) {
    return switch (journal.standingOf(uid)) {
      case TagStanding.Begun(String owner, String label) -> owned(uid, label, IN_HAND);
      case TagStanding.Done(String owner, String label) -> owned(uid, label, "finished");
      case TagStanding.Free free -> owned(uid, "the card", IN_HAND);
      case TagStanding.Scrapped scrapped -> owned(uid, "the card", IN_HAND);
    };
  }

  private static Claim owned(Uid uid, String label, String state) {
    return new Claim.No(ownedBy(uid, label, state));
  }

  private static Refusal ownedBy(Uid uid, String label, String state) {
    return StationRefusal.UID_OWNED.with("uid", uid, "owner", label, "state", state);
  }
}
