package tapwright.server.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tapwright.core.plan.Charge;
import tapwright.server.app.Answer;
import tapwright.server.app.subscription.Receipt;
import tapwright.server.app.subscription.RunSubscriptions;
import tapwright.server.http.SubscriptionJson.ChargeJson;

/** Subscriptions: begun, seen, changed, and paid or not. */
final class SubscriptionRoutes {

  private static final int CREATED = 201;
  private static final int OK = 200;

  private final RunSubscriptions subscriptions;

  SubscriptionRoutes(RunSubscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  CompletableFuture<Reply> start(Request request) {
    return subscriptions
        .start(
            request.caller(),
            request.idempotencyKey(),
            request.bodyAs(SubscriptionRequest.class).toRequest())
        .thenApply(answer -> Reply.of(CREATED, answer, ReceiptJson::of));
  }

  CompletableFuture<Reply> act(Request request) {
    return subscriptions
        .act(
            request.caller(),
            request.idempotencyKey(),
            request.path("subscriptionId"),
            request.bodyAs(SubscriptionEventRequest.class).toAct())
        .thenApply(answer -> Reply.of(OK, answer, ReceiptJson::of));
  }

  CompletableFuture<Reply> view(Request request) {
    return subscriptions
        .find(request.caller(), request.path("subscriptionId"))
        .thenApply(answer -> Reply.of(OK, answer, SubscriptionJson::of));
  }

  CompletableFuture<Reply> list(Request request) {
    return subscriptions
        .of(
            request.caller(),
            request.query("account").orElse(""),
            request.query("order").orElse(""))
        .thenApply(
            answer ->
                Reply.of(
                    OK,
                    answer,
                    all -> new SubscriptionList(all.stream().map(SubscriptionJson::of).toList())));
  }

  CompletableFuture<Reply> charges(Request request) {
    return subscriptions
        .find(request.caller(), request.path("subscriptionId"))
        .thenApply(
            answer ->
                Reply.of(
                    OK,
                    answer,
                    view -> new ChargeList(view.charges().stream().map(ChargeJson::of).toList())));
  }

  CompletableFuture<Reply> paid(Request request) {
    return reported(
        subscriptions.paid(
            request.caller(), request.path("subscriptionId"), number(request), cause(request)));
  }

  CompletableFuture<Reply> failed(Request request) {
    return reported(
        subscriptions.failed(
            request.caller(), request.path("subscriptionId"), number(request), cause(request)));
  }

  private static CompletableFuture<Reply> reported(CompletableFuture<Answer<Charge>> report) {
    return report.thenApply(answer -> Reply.of(OK, answer, ChargeJson::of));
  }

  private static long number(Request request) {
    return Long.parseLong(request.path("number"));
  }

  private static String cause(Request request) {
    return Optional.ofNullable(request.bodyAs(ReportJson.class).cause()).orElse("");
  }

  /** The body of a report. */
  record ReportJson(@Nullable String cause) {}

  /** Subscriptions. */
  record SubscriptionList(List<SubscriptionJson> subscriptions) {}

  /** Charges. */
  record ChargeList(List<ChargeJson> charges) {}

  /** What happened, and what came of it: the entry of the trail. */
  record ReceiptJson(
      String subscriptionId,
      long version,
      String event,
      @Nullable String cause,
      Instant at,
      Instant recordedAt,
      @JsonRawValue String detail) {

    static ReceiptJson of(Receipt receipt) {
      return new ReceiptJson(
          receipt.subscriptionId(),
          receipt.entry().number(),
          receipt.entry().kind(),
          receipt.entry().cause(),
          receipt.entry().at(),
          receipt.entry().recordedAt(),
          receipt.entry().detail());
    }
  }
}
