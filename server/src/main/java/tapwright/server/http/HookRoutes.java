package tapwright.server.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tapwright.core.notice.HookSecret;
import tapwright.server.app.hook.RunDeliveries;
import tapwright.server.app.hook.RunWebhooks;
import tapwright.server.record.hook.Delivery;
import tapwright.server.record.hook.Webhook;

/** Endpoints of shops, and what was sent there. */
final class HookRoutes {

  private static final int OK = 200;
  private static final int CREATED = 201;

  /** Long enough to bring a new secret to all who check by it. */
  private static final int USUAL_KEEP_HOURS = 24;

  private final RunWebhooks webhooks;
  private final RunDeliveries deliveries;

  HookRoutes(Api.Hooks hooks) {
    this.webhooks = hooks.runWebhooks();
    this.deliveries = hooks.runDeliveries();
  }

  CompletableFuture<Reply> create(Request request) {
    WebhookRequest wanted = request.bodyAs(WebhookRequest.class);
    return webhooks
        .create(request.caller(), request.idempotencyKey(), wanted.toWanted())
        .thenApply(answer -> Reply.of(CREATED, answer, WebhookJson::of));
  }

  CompletableFuture<Reply> list(Request request) {
    return webhooks
        .list(request.caller())
        .thenApply(all -> Reply.ok(new WebhookList(all.stream().map(WebhookJson::of).toList())));
  }

  CompletableFuture<Reply> delete(Request request) {
    return webhooks
        .delete(request.caller(), request.path("webhookId"))
        .thenApply(answer -> Reply.of(OK, answer, WebhookJson::of));
  }

  CompletableFuture<Reply> rotate(Request request) {
    RotateRequest wanted = request.bodyAs(RotateRequest.class);
    return webhooks
        .rotate(request.caller(), seen(request, wanted.version()), wanted.keepOld())
        .thenApply(answer -> Reply.of(OK, answer, WebhookJson::of));
  }

  CompletableFuture<Reply> setState(Request request) {
    StateRequest wanted = request.bodyAs(StateRequest.class);
    boolean on = wanted.state().equals(CardJson.word(Webhook.State.ON));
    return webhooks
        .set(request.caller(), seen(request, wanted.version()), on)
        .thenApply(answer -> Reply.of(OK, answer, WebhookJson::of));
  }

  private static RunWebhooks.Seen seen(Request request, int version) {
    return new RunWebhooks.Seen(request.path("webhookId"), version);
  }

  CompletableFuture<Reply> deliveries(Request request) {
    RunDeliveries.Wish wish =
        new RunDeliveries.Wish(
            request.query("state").map(word -> CardJson.read(Delivery.State.class, word)),
            request.query("event"),
            request.query("before"),
            request.limit());
    return deliveries
        .list(request.caller(), request.path("webhookId"), wish)
        .thenApply(answer -> Reply.of(OK, answer, HookRoutes::list));
  }

  private static DeliveryList list(List<Delivery> deliveries) {
    return new DeliveryList(deliveries.stream().map(DeliveryJson::of).toList());
  }

  CompletableFuture<Reply> replay(Request request) {
    return deliveries
        .replay(request.caller(), request.path("webhookId"), request.path("deliveryId"))
        .thenApply(answer -> Reply.of(OK, answer, DeliveryJson::of));
  }

  CompletableFuture<Reply> replayDead(Request request) {
    return deliveries
        .replayDead(request.caller(), request.path("webhookId"))
        .thenApply(answer -> Reply.of(OK, answer, count -> Map.of("replayed", count)));
  }

  /** An endpoint that is wanted; without events it is told of all. */
  record WebhookRequest(String url, @Nullable List<String> events) {

    RunWebhooks.Wanted toWanted() {
      return new RunWebhooks.Wanted(url, events == null ? List.of() : events);
    }
  }

  /** Another secret that is wanted, and how long the one before it is to sign beside it. */
  record RotateRequest(int version, @Nullable Integer keepHours) {

    Duration keepOld() {
      return Duration.ofHours(keepHours == null ? USUAL_KEEP_HOURS : keepHours);
    }
  }

  /** Whether an endpoint is to be told of anything. */
  record StateRequest(int version, String state) {}

  /** Endpoints. */
  record WebhookList(List<WebhookJson> webhooks) {}

  /** An endpoint as the API shows it; with its secret where that is new. */
  record WebhookJson(
      String webhookId,
      String url,
      List<String> events,
      String state,
      int version,
      @Nullable Instant oldSecretUntil,
      Instant createdAt,
      String changedBy,
      Instant changedAt,
      @Nullable String secret) {

    static WebhookJson of(Webhook webhook) {
      return of(webhook, null);
    }

    static WebhookJson of(RunWebhooks.Opened opened) {
      return of(opened.webhook(), opened.secret().map(HookSecret::reveal).orElse(null));
    }

    private static WebhookJson of(Webhook webhook, @Nullable String secret) {
      return new WebhookJson(
          webhook.id(),
          webhook.url(),
          webhook.kinds(),
          CardJson.word(webhook.state()),
          webhook.version(),
          webhook.secrets().old().map(Webhook.Secrets.Old::until).orElse(null),
          webhook.createdAt(),
          webhook.changed().by(),
          webhook.changed().at(),
          secret);
    }

    @Override
    public String toString() {
      return "webhook " + webhookId;
    }
  }

  /** Deliveries. */
  record DeliveryList(List<DeliveryJson> deliveries) {}

  /** A delivery as the API shows it. */
  record DeliveryJson(
      String deliveryId,
      String event,
      String eventId,
      String state,
      int tries,
      @Nullable Instant nextAt,
      String lastAnswer,
      Instant createdAt,
      Instant changedAt) {

    static DeliveryJson of(Delivery delivery) {
      Delivery.Progress progress = delivery.progress();
      return new DeliveryJson(
          delivery.id(),
          delivery.kind(),
          delivery.event(),
          CardJson.word(progress.state()),
          progress.tries(),
          progress.state() == Delivery.State.WAITING ? progress.nextAt() : null,
          progress.lastAnswer(),
          delivery.createdAt(),
          progress.at());
    }
  }
}
