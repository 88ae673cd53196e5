package tapwright.server.app.claim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tapwright.core.claim.Grant;
import tapwright.core.money.OrderMoney;
import tapwright.core.money.RefundState;
import tapwright.core.policy.Money;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Line;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Step;
import tapwright.core.trail.Subject;
import tapwright.server.record.Records;
import tapwright.server.record.claim.ClaimTask;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.money.StoredRefund;

/** The money that goes back because of a claim, and what becomes of the claim by it. */
public final class ClaimMoney {

  private static final String NAMED = "refund ";

  /** What a task refers to by which nothing had to go back. */
  private static final String NONE = "no refund";

  private ClaimMoney() {}

  /** Where the money of the claim's order is. */
  public static Subject order(StoredClaim claim) {
    return new Subject(claim.seller(), Subject.Area.MONEY, claim.orderId());
  }

  /** The refunds that were made because of the claim, oldest first. */
  public static List<StoredRefund> refunds(Records records, StoredClaim claim) {
    return records.money().refunds(order(claim)).stream()
        .filter(refund -> refund.claim().equals(claim.id()))
        .toList();
  }

  /** How much goes back by the word that is in force on the claim. */
  public static Grant granted(Records records, StoredClaim claim) {
    return KnownClaim.of(records, claim).file().standing().grant();
  }

  /** Whether the money of a refund has left, or may have. */
  public static boolean counts(StoredRefund refund) {
    RefundState state = refund.refund().state();
    return state.isReserving() || state == RefundState.REFUNDED;
  }

  /** What the refunds are worth together, in minor units. */
  public static long sum(List<StoredRefund> refunds) {
    return refunds.stream()
        .mapToLong(refund -> refund.refund().amount().minorUnits())
        .reduce(0, Math::addExact);
  }

  /** By what refunds can be looked up. */
  public static String reference(List<StoredRefund> refunds) {
    return refunds.isEmpty()
        ? NONE
        : refunds.stream().map(StoredRefund::id).collect(Collectors.joining(", ", NAMED, ""));
  }

  /**
   * A task about money of which a person said that it is done, and not by which of the claim's
   * refunds: the money went by a way that is not on record, or nobody knows.
   */
  public static Optional<ClaimTask> endedByHand(Records records, StoredClaim claim) {
    Set<String> known =
        refunds(records, claim).stream().map(StoredRefund::id).collect(Collectors.toSet());
    return records.claimTasks().of(claim).stream()
        .filter(ClaimMoney::isAboutMoney)
        .filter(task -> task.ended().filter(end -> isByHand(end, known)).isPresent())
        .findFirst();
  }

  private static boolean isByHand(ClaimTask.End end, Set<String> known) {
    String reference = end.reference();
    boolean named =
        reference.startsWith(NAMED)
            && known.containsAll(List.of(reference.substring(NAMED.length()).split(", ")));
    return end.done() && !named && !reference.equals(NONE);
  }

  private static boolean isAboutMoney(ClaimTask task) {
    return task.plan().step().filter(step -> step == Step.REFUND).isPresent();
  }

  /** Whether a supervisor has still to choose what the claim gets. */
  public static boolean isToBeChosenBySeller(Records records, StoredClaim claim) {
    return KnownClaim.of(records, claim).file().standing().outcome() == Outcome.SELLER_CHOICE;
  }

  /** Whether the claim may be about a plan: it says so, or nobody said what it is about. */
  public static boolean mayBeAboutPlan(Records records, StoredClaim claim) {
    StoredClaim decision = Redecide.inForce(records, KnownClaim.of(records, claim));
    return DecisionText.fact(decision, Choice.LINE.key())
        .map(Line.SUBSCRIPTION.word()::equals)
        .orElse(true);
  }

  /**
   * Takes note that it is known what became of a refund: once all that was granted has left, the
   * task is done; money that has not left, or came back, is told, and so is money that left though
   * the claim grants none any more.
   */
  public static void settled(Records records, StoredRefund refund, Deed deed) {
    records
        .claims()
        .byId(refund.order().seller(), refund.claim())
        .map(claim -> KnownClaim.of(records, claim))
        .ifPresent(known -> settled(records, known, refund, deed));
  }

  private static void settled(Records records, KnownClaim known, StoredRefund refund, Deed deed) {
    switch (refund.refund().state()) {
      case RESERVED, UNKNOWN, PENDING -> {}
      case RELEASED, FAILED -> tell(records, known, deed, "refund-not-made", refund);
      case REFUNDED -> {
        if (isPaid(records, known)) {
          end(records, known, deed);
        }
        if (!known.file().standing().grant().pays()) {
          tell(records, known, deed, "refund-made", refund);
        }
      }
    }
  }

  private static void tell(
      Records records, KnownClaim known, Deed deed, String kind, StoredRefund refund) {
    ClaimTrail.add(
        records,
        known.claim(),
        deed,
        new ClaimTrail.Happening(
            kind, Map.of("refundId", refund.id(), "state", refund.refund().state().word())));
  }

  private static void end(Records records, KnownClaim known, Deed deed) {
    List<StoredRefund> paid = paid(records, known.claim());
    for (ClaimTask task : OpenTasks.open(records, known.claim())) {
      if (isAboutMoney(task)) {
        new TaskAtHand(records, known, task).done(deed, reference(paid));
      }
    }
  }

  /** Whether all that the claim grants has left. */
  public static boolean isPaid(Records records, StoredClaim claim) {
    return isPaid(records, KnownClaim.of(records, claim));
  }

  private static boolean isPaid(Records records, KnownClaim known) {
    return isPaid(records, known.claim(), known.file().standing().grant());
  }

  /** Whether as much has left for the claim as the word grants. */
  static boolean isPaid(Records records, StoredClaim claim, Grant grant) {
    List<StoredRefund> paid = paid(records, claim);
    return switch (grant) {
      case Grant.Nothing _, Grant.Unsaid _ -> false;
      case Grant.UpTo(Money amount) ->
          sum(paid.stream().filter(one -> isIn(amount.currency(), one)).toList())
              >= amount.minorUnits();
      case Grant.Whole _ -> !paid.isEmpty() && isEmpty(records.money().of(order(claim)));
    };
  }

  private static boolean isIn(String currency, StoredRefund refund) {
    return refund.refund().amount().currency().equals(currency);
  }

  /** Whether all that came in, of whichever line, has gone back. */
  private static boolean isEmpty(OrderMoney money) {
    return money.captures().keySet().stream()
        .map(money::ofLine)
        .allMatch(balance -> balance.rest() == 0 && balance.reserved() == 0);
  }

  /** What is on its way to the customer is not called back by whatever is decided. */
  static List<String> idsUnderWay(Records records, StoredClaim claim) {
    return underWay(records, claim).stream().map(StoredRefund::id).toList();
  }

  /** The refunds of which nobody knows yet whether their money leaves. */
  static List<StoredRefund> underWay(Records records, StoredClaim claim) {
    return refunds(records, claim).stream()
        .filter(refund -> refund.refund().state().isReserving())
        .toList();
  }

  private static List<StoredRefund> paid(Records records, StoredClaim claim) {
    return refunds(records, claim).stream()
        .filter(refund -> refund.refund().state() == RefundState.REFUNDED)
        .toList();
  }
}
