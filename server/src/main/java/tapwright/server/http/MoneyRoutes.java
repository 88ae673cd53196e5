package tapwright.server.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;
import tapwright.core.money.Balance;
import tapwright.core.money.Capture;
import tapwright.core.money.Dispute;
import tapwright.core.money.DisputeStatus;
import tapwright.core.money.OrderMoney;
import tapwright.core.policy.Money;
import tapwright.core.trail.TrailEntry;
import tapwright.server.app.FieldError;
import tapwright.server.app.Shown;
import tapwright.server.app.money.CaptureRequest;
import tapwright.server.app.money.DisputeReport;
import tapwright.server.app.money.KeepBooks;
import tapwright.server.app.money.MoneyView;
import tapwright.server.app.money.RefundLine;
import tapwright.server.app.money.RefundRequest;
import tapwright.server.app.money.TakeNotice;
import tapwright.server.record.money.StoredRefund;

/** Money: captures in, refunds out, disputes, the books of an order, and the provider's notices. */
final class MoneyRoutes {

  /** Stripe's name; others who speak as it does use it too. */
  static final String SIGNATURE = "Stripe-Signature";

  private static final int CREATED = 201;

  private final KeepBooks books;
  private final RefundLine refundLine;
  private final TakeNotice takeNotice;

  MoneyRoutes(Api.MoneyCases cases) {
    this.books = cases.books();
    this.refundLine = cases.refundLine();
    this.takeNotice = cases.takeNotice();
  }

  CompletableFuture<Reply> view(Request request) {
    return books
        .view(request.caller(), request.path("order"))
        .thenApply(answer -> Reply.of(200, answer, MoneyJson::of));
  }

  CompletableFuture<Reply> capture(Request request) {
    return books
        .capture(
            request.caller(),
            request.path("order"),
            request.idempotencyKey(),
            request.bodyAs(CaptureJson.class).toRequest())
        .thenApply(answer -> Reply.of(CREATED, answer, MoneyJson::of));
  }

  CompletableFuture<Reply> refund(Request request) {
    return refundLine
        .refund(
            request.caller(),
            request.path("order"),
            request.idempotencyKey(),
            request.bodyAs(RefundRequestJson.class).toRequest())
        .thenApply(answer -> Reply.of(CREATED, answer, RefundJson::of));
  }

  CompletableFuture<Reply> dispute(Request request) {
    return books
        .dispute(
            request.caller(),
            request.path("order"),
            request.idempotencyKey(),
            request.bodyAs(DisputeRequestJson.class).toReport())
        .thenApply(answer -> Reply.of(CREATED, answer, MoneyJson::of));
  }

  /** The bytes themselves are signed, so they are read by nobody before that is checked. */
  void notice(RoutingContext context, Bytes body) {
    String signature = Objects.requireNonNullElse(context.request().getHeader(SIGNATURE), "");
    Context loop = context.vertx().getOrCreateContext();
    Future.fromCompletionStage(takeNotice.take(signature, body), loop)
        .onComplete(
            answer ->
                Reply.of(200, answer, isNew -> new NoticeTaken(isNew)).send(context.response()),
            context::fail);
  }

  private static Money money(String text, String field) {
    return Money.parse(text)
        .orElseThrow(
            () ->
                new Unreadable(
                    new FieldError(
                        0, field, Shown.of(text), "an amount and its currency, as in 19.90 EUR")));
  }

  /** The body of a request to record captures: lines that were paid together. */
  record CaptureJson(String payment, List<LineJson> lines, @Nullable Instant at) {

    CaptureRequest toRequest() {
      List<Capture> captures = new ArrayList<>();
      for (LineJson line : lines) {
        String field = "/lines/" + captures.size() + "/amount";
        captures.add(new Capture(line.line(), payment, money(line.amount(), field)));
      }
      return new CaptureRequest(captures, Optional.ofNullable(at));
    }
  }

  /** A line of it. */
  record LineJson(String line, String amount) {}

  /** The body of a request to refund. */
  record RefundRequestJson(
      String line,
      String amount,
      @Nullable String claimId,
      @Nullable OwedByJson owedBy,
      @Nullable String cause) {

    RefundRequest toRequest() {
      return new RefundRequest(
          line,
          money(amount, "/amount"),
          Objects.requireNonNullElse(claimId, ""),
          Optional.ofNullable(owedBy).map(OwedByJson::toKey),
          Objects.requireNonNullElse(cause, ""));
    }
  }

  /** The event of a subscription that owes a refund. */
  record OwedByJson(String subscriptionId, long event) {

    RefundRequest.PlanEventKey toKey() {
      return new RefundRequest.PlanEventKey(subscriptionId, event);
    }
  }

  /** The body of what somebody says of a dispute. */
  record DisputeRequestJson(
      String disputeId, String payment, String amount, String status, @Nullable Instant at) {

    DisputeReport toReport() {
      return new DisputeReport(
          disputeId,
          payment,
          money(amount, "/amount"),
          CardJson.read(DisputeStatus.class, status),
          Optional.ofNullable(at));
    }
  }

  /** That a notice was taken; false where it was before, or where no money hangs on it. */
  record NoticeTaken(boolean taken) {}

  /** The books of an order as the API shows them. */
  record MoneyJson(
      String order,
      @Nullable SumsJson total,
      List<BookLineJson> lines,
      List<RefundJson> refunds,
      List<DisputeJson> disputes,
      List<EntryJson> trail) {

    static MoneyJson of(MoneyView view) {
      OrderMoney money = view.money();
      return new MoneyJson(
          view.order(),
          money.currency().map(code -> SumsJson.of(money.total(), code)).orElse(null),
          money.captures().values().stream().map(line -> BookLineJson.of(money, line)).toList(),
          view.refunds().stream().map(RefundJson::of).toList(),
          money.disputes().values().stream().map(DisputeJson::of).toList(),
          view.trail().stream().map(EntryJson::of).toList());
    }
  }

  /** Sums; excess is what a customer was or may be paid twice. */
  record SumsJson(
      String captured,
      String reserved,
      String refunded,
      String disputed,
      String lost,
      String excess) {

    static SumsJson of(Balance balance, String currency) {
      return new SumsJson(
          text(balance.captured(), currency),
          text(balance.reserved(), currency),
          text(balance.refunded(), currency),
          text(balance.held(), currency),
          text(balance.lost(), currency),
          text(balance.excess(), currency));
    }

    static String text(long minorUnits, String currency) {
      return new Money(minorUnits, currency).toString();
    }
  }

  /** A line with what is left of it. */
  record BookLineJson(
      String line,
      String payment,
      String captured,
      String reserved,
      String refunded,
      String refundable) {

    static BookLineJson of(OrderMoney money, Capture capture) {
      Balance balance = money.ofLine(capture.line());
      String currency = capture.amount().currency();
      return new BookLineJson(
          capture.line(),
          capture.payment(),
          capture.amount().toString(),
          SumsJson.text(balance.reserved(), currency),
          SumsJson.text(balance.refunded(), currency),
          SumsJson.text(money.refundable(capture), currency));
    }
  }

  /** A refund as the API shows it. */
  record RefundJson(
      String refundId,
      String line,
      String amount,
      String state,
      @Nullable String claimId,
      @Nullable String owedBy,
      @Nullable String reference,
      Instant createdAt) {

    static RefundJson of(StoredRefund stored) {
      return new RefundJson(
          stored.id(),
          stored.refund().line(),
          stored.refund().amount().toString(),
          stored.refund().state().word(),
          orNull(stored.claim()),
          orNull(stored.owedBy()),
          orNull(stored.reference()),
          stored.createdAt());
    }

    private static @Nullable String orNull(String text) {
      return text.isEmpty() ? null : text;
    }
  }

  /** A dispute as the API shows it. */
  record DisputeJson(String disputeId, String payment, String amount, String status, Instant at) {

    static DisputeJson of(Dispute dispute) {
      return new DisputeJson(
          dispute.id(),
          dispute.payment(),
          dispute.amount().toString(),
          dispute.status().word(),
          dispute.at());
    }
  }

  /** An entry of the trail as the API shows it. */
  record EntryJson(
      long number,
      String kind,
      @JsonRawValue String detail,
      String actor,
      String role,
      String cause,
      Instant at) {

    static EntryJson of(TrailEntry entry) {
      return new EntryJson(
          entry.number(),
          entry.kind(),
          entry.detail(),
          entry.by().actor(),
          entry.by().role(),
          entry.cause(),
          entry.at());
    }
  }
}
