package tapwright.server.record.money;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.card.SellerId;
import tapwright.core.money.Capture;
import tapwright.core.money.Dispute;
import tapwright.core.money.OrderMoney;
import tapwright.core.trail.Subject;
import tapwright.server.record.subscription.Payer;

/**
 * The money of orders on record. An order is named as its trail is: {@link Subject} of area money
 * with the order's key.
 */
public interface MoneyBooks {

  /** What was paid for the order and what became of it. */
  OrderMoney of(Subject order);

  /** Keeps what was captured; its payment is the order's from then on. */
  void add(Subject order, Capture capture, Instant at);

  /** The order that a payment belongs to, whosever it is; empty where nobody recorded it. */
  Optional<Subject> orderOf(String payment);

  void add(StoredRefund refund);

  /** Keeps how far a refund has come. */
  void change(StoredRefund refund);

  Optional<StoredRefund> refund(Subject order, String refundId);

  /** The refunds of an order, oldest first. */
  List<StoredRefund> refunds(Subject order);

  /** The refunds that were made because an event of a subscription owes them, oldest first. */
  List<StoredRefund> owedBy(SellerId seller, String event);

  /** The refunds that were made because of claims about any order of the payer, oldest first. */
  List<StoredRefund> ofClaims(Payer payer);

  /** The refunds of all sellers about which the provider is to be asked by now, oldest first. */
  List<StoredRefund> due(Instant now, int limit);

  /** Keeps where a dispute stands. */
  void set(Subject order, Dispute dispute, Instant recordedAt);

  /** Notes that the provider's notice is taken; false where it was before. */
  boolean take(Subject order, String notice, Instant at);
}
