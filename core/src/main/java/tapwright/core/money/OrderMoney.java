package tapwright.core.money;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tapwright.core.policy.Money;

/**
 * The money of one order as it stands.
 *
 * @param captures by line
 * @param refunds by id
 * @param disputes by id
 */
public record OrderMoney(
    Map<String, Capture> captures, Map<String, Refund> refunds, Map<String, Dispute> disputes) {

  /** An order for which nothing was paid. */
  public static final OrderMoney NOTHING = new OrderMoney(Map.of(), Map.of(), Map.of());

  public OrderMoney {
    captures = Collections.unmodifiableMap(new LinkedHashMap<>(captures));
    refunds = Collections.unmodifiableMap(new LinkedHashMap<>(refunds));
    disputes = Collections.unmodifiableMap(new LinkedHashMap<>(disputes));
  }

  /** The currency of all its amounts; empty while nothing was paid. */
  public Optional<String> currency() {
    return captures.values().stream().map(capture -> capture.amount().currency()).findFirst();
  }

  public boolean hasPayment(String payment) {
    return captures.values().stream().anyMatch(capture -> capture.payment().equals(payment));
  }

  /** Sums of a line; disputes are about payments, so none is in it. */
  public Balance ofLine(String line) {
    return balance(capture -> capture.line().equals(line), dispute -> false);
  }

  /** Sums of a payment. */
  public Balance ofPayment(String payment) {
    return balance(
        capture -> capture.payment().equals(payment), dispute -> dispute.payment().equals(payment));
  }

  /** Sums of all. */
  public Balance total() {
    return balance(capture -> true, dispute -> true);
  }

  /** What may still go back for a line that was captured. */
  public long refundable(Capture capture) {
    return Math.min(ofLine(capture.line()).rest(), ofPayment(capture.payment()).rest());
  }

  private Balance balance(Predicate<Capture> isMeant, Predicate<Dispute> isOver) {
    return new Balance(
        sum(captures.values().stream().filter(isMeant).map(Capture::amount)),
        sum(refundsOf(isMeant, RefundState::isReserving)),
        sum(refundsOf(isMeant, state -> state == RefundState.REFUNDED)),
        sum(disputed(isOver, DisputeStatus::isHolding)),
        sum(disputed(isOver, status -> status == DisputeStatus.LOST)));
  }

  private Stream<Money> refundsOf(Predicate<Capture> isMeant, Predicate<RefundState> counts) {
    return refunds.values().stream()
        .filter(refund -> counts.test(refund.state()))
        .filter(refund -> isMeant.test(captureOf(refund)))
        .map(Refund::amount);
  }

  private Stream<Money> disputed(Predicate<Dispute> isOver, Predicate<DisputeStatus> counts) {
    return disputes.values().stream()
        .filter(dispute -> counts.test(dispute.status()) && isOver.test(dispute))
        .map(Dispute::amount);
  }

  private static long sum(Stream<Money> amounts) {
    return amounts.mapToLong(Money::minorUnits).reduce(0, Math::addExact);
  }

  /** What was captured of the line that a refund is of. */
  public Capture captureOf(Refund refund) {
    Capture capture = captures.get(refund.line());
    if (capture == null) {
      throw new IllegalStateException("refund " + refund.id() + " is of no captured line");
    }
    return capture;
  }

  OrderMoney with(Capture capture) {
    return new OrderMoney(and(captures, capture.line(), capture), refunds, disputes);
  }

  OrderMoney with(Refund refund) {
    return new OrderMoney(captures, and(refunds, refund.id(), refund), disputes);
  }

  OrderMoney with(Dispute dispute) {
    return new OrderMoney(captures, refunds, and(disputes, dispute.id(), dispute));
  }

  private static <T> Map<String, T> and(Map<String, T> known, String key, T value) {
    Map<String, T> more = new LinkedHashMap<>(known);
    more.put(key, value);
    return more;
  }

  /** The state that these make; each key has to be there once. */
  public static OrderMoney of(
      Collection<Capture> captures, Collection<Refund> refunds, Collection<Dispute> disputes) {
    OrderMoney money = NOTHING;
    for (Capture capture : captures) {
      money = money.with(capture);
    }
    for (Refund refund : refunds) {
      money = money.with(refund);
    }
    for (Dispute dispute : disputes) {
      money = money.with(dispute);
    }
    return money;
  }
}
