package tapwright.server.store.table;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.card.SellerId;
import tapwright.core.money.Capture;
import tapwright.core.money.Dispute;
import tapwright.core.money.DisputeStatus;
import tapwright.core.money.OrderMoney;
import tapwright.core.money.Refund;
import tapwright.core.money.RefundState;
import tapwright.core.policy.Money;
import tapwright.core.trail.Subject;
import tapwright.server.record.money.MoneyBooks;
import tapwright.server.record.money.StoredRefund;
import tapwright.server.record.subscription.Payer;
import tapwright.server.store.sql.Sql;
import tapwright.server.store.sql.Words;

/** {@link MoneyBooks} in SQL. */
final class SqlMoneyBooks implements MoneyBooks {

  private static final String OF = " WHERE order_id = ? AND seller = ?";

  private final Sql sql;

  SqlMoneyBooks(Sql sql) {
    this.sql = sql;
  }

  @Override
  public OrderMoney of(Subject order) {
    return OrderMoney.of(
        list("SELECT * FROM capture" + OF + " ORDER BY place", SqlMoneyBooks::capture, order),
        refunds(order).stream().map(StoredRefund::refund).toList(),
        list("SELECT * FROM dispute" + OF + " ORDER BY dispute_id", SqlMoneyBooks::dispute, order));
  }

  private <T> List<T> list(String query, Sql.RowReader<T> reader, Subject order) {
    return sql.list(query, reader, order.id(), order.seller().value());
  }

  @Override
  public void add(Subject order, Capture capture, Instant at) {
    sql.update(
        "INSERT INTO payment (payment, order_id, seller, recorded_at) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (payment) DO NOTHING",
        capture.payment(),
        order.id(),
        order.seller().value(),
        at);
    sql.updateOne(
        "INSERT INTO capture (order_id, line, seller, payment, amount, currency, place,"
            + " recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        order.id(),
        capture.line(),
        order.seller().value(),
        capture.payment(),
        capture.amount().minorUnits(),
        capture.amount().currency(),
        list("SELECT line FROM capture" + OF, row -> row.text("line"), order).size(),
        at);
  }

  @Override
  public Optional<Subject> orderOf(String payment) {
    // A payment belongs to one order alone, whosever that is, or somebody could refund another's.
    return sql.acrossSellers(
        () ->
            sql.one(
                "SELECT order_id, seller FROM payment WHERE payment = ?",
                SqlMoneyBooks::order,
                payment));
  }

  @Override
  public void add(StoredRefund refund) {
    Refund wanted = refund.refund();
    sql.updateOne(
        "INSERT INTO refund (order_id, refund_id, seller, line, payment, amount, currency,"
            + " claim_id, owed_by, state, reference, attempts, created_at, next_at) VALUES (?, ?,"
            + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        refund.order().id(),
        wanted.id(),
        refund.order().seller().value(),
        wanted.line(),
        refund.payment(),
        wanted.amount().minorUnits(),
        wanted.amount().currency(),
        refund.claim(),
        refund.owedBy(),
        Words.of(wanted.state()),
        refund.reference(),
        refund.attempts(),
        refund.createdAt(),
        refund.nextAt().orElse(null));
  }

  @Override
  public void change(StoredRefund refund) {
    sql.updateOne(
        "UPDATE refund SET state = ?, reference = ?, attempts = ?, next_at = ?"
            + " WHERE order_id = ? AND refund_id = ? AND seller = ?",
        Words.of(refund.refund().state()),
        refund.reference(),
        refund.attempts(),
        refund.nextAt().orElse(null),
        refund.order().id(),
        refund.id(),
        refund.order().seller().value());
  }

  @Override
  public Optional<StoredRefund> refund(Subject order, String refundId) {
    return sql.one(
        "SELECT * FROM refund" + OF + " AND refund_id = ?",
        SqlMoneyBooks::refund,
        order.id(),
        order.seller().value(),
        refundId);
  }

  @Override
  public List<StoredRefund> refunds(Subject order) {
    return list(
        "SELECT * FROM refund" + OF + " ORDER BY created_at, refund_id",
        SqlMoneyBooks::refund,
        order);
  }

  @Override
  public List<StoredRefund> owedBy(SellerId seller, String event) {
    return sql.list(
        "SELECT * FROM refund WHERE seller = ? AND owed_by = ? AND owed_by <> ''"
            + " ORDER BY created_at, refund_id",
        SqlMoneyBooks::refund,
        seller.value(),
        event);
  }

  @Override
  public List<StoredRefund> ofClaims(Payer payer) {
    String whose =
        payer.orderId().isPresent()
            ? "purchase.order_id = ?"
            : "purchase.account = ? AND purchase.account <> ''";
    return sql.list(
        "SELECT refund.* FROM refund JOIN purchase ON purchase.order_id = refund.order_id"
            + " WHERE refund.seller = ? AND purchase.seller = ? AND refund.claim_id <> '' AND "
            + whose
            + " ORDER BY refund.created_at, refund.refund_id",
        SqlMoneyBooks::refund,
        payer.seller().value(),
        payer.seller().value(),
        payer.orderId().orElse(payer.account()));
  }

  @Override
  public List<StoredRefund> due(Instant now, int limit) {
    return sql.list(
        "SELECT * FROM refund WHERE next_at <= ? ORDER BY next_at, refund_id LIMIT ?",
        SqlMoneyBooks::refund,
        now,
        limit);
  }

  @Override
  public void set(Subject order, Dispute dispute, Instant recordedAt) {
    sql.updateOne(
        "INSERT INTO dispute (order_id, dispute_id, seller, payment, amount, currency, status, at,"
            + " recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (order_id, dispute_id) DO UPDATE SET amount = excluded.amount,"
            + " currency = excluded.currency, status = excluded.status, at = excluded.at,"
            + " recorded_at = excluded.recorded_at",
        order.id(),
        dispute.id(),
        order.seller().value(),
        dispute.payment(),
        dispute.amount().minorUnits(),
        dispute.amount().currency(),
        Words.of(dispute.status()),
        dispute.at(),
        recordedAt);
  }

  @Override
  public boolean take(Subject order, String notice, Instant at) {
    return sql.update(
            "INSERT INTO payment_notice (notice_id, order_id, seller, taken_at)"
                + " VALUES (?, ?, ?, ?) ON CONFLICT (notice_id) DO NOTHING",
            notice,
            order.id(),
            order.seller().value(),
            at)
        == 1;
  }

  private static Subject order(Sql.Row row) throws SQLException {
    return new Subject(new SellerId(row.text("seller")), Subject.Area.MONEY, row.text("order_id"));
  }

  private static Money amount(Sql.Row row) throws SQLException {
    return new Money(row.number("amount"), row.text("currency"));
  }

  private static Capture capture(Sql.Row row) throws SQLException {
    return new Capture(row.text("line"), row.text("payment"), amount(row));
  }

  private static Dispute dispute(Sql.Row row) throws SQLException {
    return new Dispute(
        row.text("dispute_id"),
        row.text("payment"),
        amount(row),
        Words.read(DisputeStatus.class, row.text("status")),
        row.instant("at"));
  }

  private static StoredRefund refund(Sql.Row row) throws SQLException {
    return new StoredRefund(
        order(row),
        new Refund(
            row.text("refund_id"),
            row.text("line"),
            amount(row),
            Words.read(RefundState.class, row.text("state"))),
        row.text("payment"),
        row.text("claim_id"),
        row.text("owed_by"),
        row.text("reference"),
        (int) row.number("attempts"),
        row.instant("created_at"),
        row.maybe("next_at", some -> some.instant("next_at")));
  }
}
