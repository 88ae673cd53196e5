package tapwright.server.app.subscription;

import java.util.List;
import java.util.Optional;
import tapwright.core.money.RefundState;
import tapwright.core.policy.Money;
import tapwright.server.record.Records;
import tapwright.server.record.money.StoredRefund;
import tapwright.server.record.subscription.StoredSubscription;

/**
 * Money that an event of a subscription said is owed back, and what became of it. The event's entry
 * in the trail is the wish: it can be neither changed nor lost, so it is kept nowhere else.
 *
 * @param event the number of its entry
 * @param refunds what was made of it, oldest first
 */
public record OwedBack(
    String subscriptionId, long event, Money amount, List<StoredRefund> refunds) {

  public OwedBack {
    refunds = List.copyOf(refunds);
  }

  /** All that was owed back for the subscription, oldest first. */
  public static List<OwedBack> of(Records records, StoredSubscription subscription) {
    return records.trails().of(MoveSubscription.subject(subscription)).stream()
        .flatMap(
            entry ->
                TrailDetail.refund(entry.detail()).stream()
                    .map(amount -> owed(records, subscription, entry.number(), amount)))
        .toList();
  }

  /** What the event owes; empty where it owes nothing, or is none. */
  public static Optional<OwedBack> of(
      Records records, StoredSubscription subscription, long event) {
    return of(records, subscription).stream().filter(one -> one.event() == event).findFirst();
  }

  private static OwedBack owed(
      Records records, StoredSubscription subscription, long event, Money amount) {
    String key = key(subscription.id(), event);
    return new OwedBack(
        subscription.id(), event, amount, records.money().owedBy(subscription.seller(), key));
  }

  /** By what refunds name the event. */
  public static String key(String subscriptionId, long event) {
    return subscriptionId + "/" + event;
  }

  /** What has left or may have, in minor units. */
  public long counted() {
    return refunds.stream()
        .filter(one -> isCounted(one.refund().state()))
        .mapToLong(one -> one.refund().amount().minorUnits())
        .reduce(0, Math::addExact);
  }

  private static boolean isCounted(RefundState state) {
    return state.isReserving() || state == RefundState.REFUNDED;
  }

  /** What is still to go back; nothing where all has left or is under way. */
  public Money open() {
    return amount.lessAtMost(new Money(counted(), amount.currency()));
  }
}
