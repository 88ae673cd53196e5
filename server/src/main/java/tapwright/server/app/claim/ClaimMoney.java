package tapwright.server.app.claim;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tapwright.core.claim.Grant;
import tapwright.core.money.Balance;
import tapwright.core.money.Capture;
import tapwright.core.money.OrderMoney;
import tapwright.core.money.RefundState;
import tapwright.core.policy.pack.Step;
import tapwright.core.trail.Subject;
import tapwright.core.trail.TrailEntry;
import tapwright.server.record.Records;
import tapwright.server.record.claim.ClaimTask;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.money.StoredRefund;

/** The money that goes back because of a claim, and what becomes of the claim by it. */
public final class ClaimMoney {

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
    return refunds.stream().map(StoredRefund::id).collect(Collectors.joining(", ", "refund ", ""));
  }

  /**
   * Takes note that it is known what became of a refund: once all that was granted has left, the
   * task is done; money that has not left, or came back, is told.
   */
  public static void settled(Records records, StoredRefund refund, TrailEntry.By by, Instant now) {
    records
        .claims()
        .byId(refund.order().seller(), refund.claim())
        .map(claim -> KnownClaim.of(records, claim))
        .ifPresent(known -> settled(records, known, refund, new Deed(by, "", now, now)));
  }

  private static void settled(Records records, KnownClaim known, StoredRefund refund, Deed deed) {
    switch (refund.refund().state()) {
      case RESERVED, UNKNOWN, PENDING -> {}
      case RELEASED, FAILED ->
          ClaimTrail.add(
              records,
              known.claim(),
              deed,
              new ClaimTrail.Happening(
                  "refund-not-made",
                  Map.of("refundId", refund.id(), "state", refund.refund().state().word())));
      case REFUNDED -> {
        if (isPaid(records, known)) {
          end(records, known, deed);
        }
      }
    }
  }

  private static void end(Records records, KnownClaim known, Deed deed) {
    List<StoredRefund> paid = paid(records, known.claim());
    for (ClaimTask task : OpenTasks.open(records, known.claim())) {
      if (task.plan().step().filter(step -> step == Step.REFUND).isPresent()) {
        new TaskAtHand(records, known, task).done(deed, reference(paid));
      }
    }
  }

  /** Whether all that the claim grants has left. */
  public static boolean isPaid(Records records, StoredClaim claim) {
    return isPaid(records, KnownClaim.of(records, claim));
  }

  private static boolean isPaid(Records records, KnownClaim known) {
    List<StoredRefund> paid = paid(records, known.claim());
    return switch (known.file().standing().grant()) {
      case Grant.Nothing _, Grant.Unsaid _ -> false;
      case Grant.UpTo(var amount) -> sum(paid) >= amount.minorUnits();
      case Grant.Whole _ -> {
        OrderMoney money = records.money().of(order(known.claim()));
        yield !paid.isEmpty()
            && paid.stream().allMatch(one -> isEmpty(money, money.captureOf(one.refund())));
      }
    };
  }

  private static boolean isEmpty(OrderMoney money, Capture line) {
    Balance balance = money.ofLine(line.line());
    return balance.rest() == 0 && balance.reserved() == 0;
  }

  private static List<StoredRefund> paid(Records records, StoredClaim claim) {
    return refunds(records, claim).stream()
        .filter(refund -> refund.refund().state() == RefundState.REFUNDED)
        .toList();
  }
}
