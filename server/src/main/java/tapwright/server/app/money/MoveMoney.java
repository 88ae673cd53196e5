package tapwright.server.app.money;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tapwright.core.Checked;
import tapwright.core.money.Capture;
import tapwright.core.money.Dispute;
import tapwright.core.money.MoneyEvent;
import tapwright.core.money.MoneyLife;
import tapwright.core.money.OrderMoney;
import tapwright.core.trail.Subject;
import tapwright.core.trail.TrailEntry;
import tapwright.server.app.Answer;
import tapwright.server.app.claim.ClaimMoney;
import tapwright.server.app.claim.Deed;
import tapwright.server.record.Records;
import tapwright.server.record.duty.OutEvent;
import tapwright.server.record.money.StoredRefund;

/**
 * Moves an order's money within a transaction: books, trail and what others are told, together. It
 * is the one place that writes any of the three.
 */
public final class MoveMoney {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RESERVED = "refund-reserved";

  private final Records records;
  private final Subject order;
  private final Circumstance circumstance;

  /** Whatever is done by this was done in the one circumstance. */
  public MoveMoney(Records records, Subject order, Circumstance circumstance) {
    this.records = records;
    this.order = order;
    this.circumstance = circumstance;
  }

  /** The customer paid for a line. */
  public Answer<OrderMoney> capture(Capture capture) {
    return move(
        new MoneyEvent.Captured(capture),
        money -> {
          records.money().add(order, capture, circumstance.recordedAt());
          note("captured", capture.line(), detail(capture));
        });
  }

  /** Keeps back what is to go back. */
  public Answer<OrderMoney> reserve(StoredRefund refund) {
    return move(
        new MoneyEvent.Reserved(refund.id(), refund.refund().line(), refund.refund().amount()),
        money -> {
          records.money().add(refund);
          note(RESERVED, refund.id(), detail(refund));
        });
  }

  /** What was learnt of a refund, which is kept however little it says. */
  public StoredRefund report(StoredRefund told) {
    OrderMoney before = records.money().of(order);
    OrderMoney after =
        MoneyLife.apply(before, new MoneyEvent.Reported(told.id(), told.refund().state()))
            .orThrow();
    StoredRefund kept = as(told, after);
    records.money().change(kept);
    if (!after.equals(before)) {
      String why = whyReserved(kept);
      because(why).note("refund-" + kept.refund().state().word(), kept.id(), detail(kept));
      Instant now = circumstance.recordedAt();
      ClaimMoney.settled(records, kept, new Deed(circumstance.by(), why, now, now));
    }
    return kept;
  }

  /** Who reports what became of a refund does not know why it was made; its first entry does. */
  private String whyReserved(StoredRefund refund) {
    String named = "\"refundId\":\"" + refund.id() + "\"";
    return records.trails().of(order).stream()
        .filter(entry -> entry.kind().equals(RESERVED) && entry.detail().contains(named))
        .map(TrailEntry::cause)
        .findFirst()
        .orElse("");
  }

  /** For this cause, where none was told. */
  private MoveMoney because(String why) {
    return circumstance.cause().isEmpty()
        ? new MoveMoney(
            records,
            order,
            new Circumstance(circumstance.by(), why, circumstance.at(), circumstance.recordedAt()))
        : this;
  }

  /** As the money knows it; what is over is asked about no more, whatever came late. */
  private static StoredRefund as(StoredRefund told, OrderMoney money) {
    var known = money.refunds().get(told.id());
    if (known == null) {
      throw new IllegalStateException("refund " + told.id() + " is not in its order's money");
    }
    return new StoredRefund(
        told.order(),
        known,
        told.payment(),
        told.claim(),
        told.owedBy(),
        told.reference(),
        told.attempts(),
        told.createdAt(),
        known.state().isReserving() ? told.nextAt() : Optional.empty());
  }

  /** What was learnt of a dispute. */
  public Answer<OrderMoney> dispute(Dispute report) {
    return move(
        new MoneyEvent.Disputed(report),
        money -> {
          records.money().set(order, report, circumstance.recordedAt());
          note("dispute-" + report.status().word(), report.id(), detail(report));
        });
  }

  /** What is to be kept of a change. */
  @FunctionalInterface
  private interface Keeping {
    void keep(OrderMoney money);
  }

  private Answer<OrderMoney> move(MoneyEvent event, Keeping keeping) {
    OrderMoney before = records.money().of(order);
    return switch (MoneyLife.apply(before, event)) {
      case Checked.Refused<OrderMoney>(var refusal) -> Answer.refused(refusal);
      case Checked.Passed<OrderMoney>(OrderMoney after) -> {
        if (!after.equals(before)) {
          keeping.keep(after);
        }
        yield Answer.done(after);
      }
    };
  }

  private void note(String kind, String about, Map<String, String> detail) {
    String json = json(detail);
    long number = records.trails().of(order).size() + 1L;
    records
        .trails()
        .add(
            order,
            new TrailEntry(
                number,
                kind,
                json,
                circumstance.by(),
                circumstance.cause(),
                circumstance.at(),
                circumstance.recordedAt()));
    records
        .outbox()
        .add(
            new OutEvent(
                String.join(".", order.id(), "money", Long.toString(number)),
                order.seller(),
                "money." + kind,
                told(about, detail),
                circumstance.recordedAt()));
  }

  private String told(String about, Map<String, String> detail) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("orderId", order.id());
    told.put("about", about);
    told.putAll(detail);
    return json(told);
  }

  private static Map<String, String> detail(Capture capture) {
    Map<String, String> detail = new LinkedHashMap<>();
    detail.put("line", capture.line());
    detail.put("payment", capture.payment());
    detail.put("amount", capture.amount().toString());
    return detail;
  }

  private static Map<String, String> detail(StoredRefund refund) {
    Map<String, String> detail = new LinkedHashMap<>();
    detail.put("refundId", refund.id());
    detail.put("line", refund.refund().line());
    detail.put("amount", refund.refund().amount().toString());
    detail.put("claimId", refund.claim());
    detail.put("owedBy", refund.owedBy());
    detail.put("reference", refund.reference());
    detail.values().removeIf(String::isEmpty);
    return detail;
  }

  private static Map<String, String> detail(Dispute report) {
    Map<String, String> detail = new LinkedHashMap<>();
    detail.put("disputeId", report.id());
    detail.put("payment", report.payment());
    detail.put("amount", report.amount().toString());
    detail.put("at", report.at().toString());
    return detail;
  }

  private static String json(Map<String, String> values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts are always JSON", e);
    }
  }
}
