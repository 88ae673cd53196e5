package tapwright.server.app.hook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.core.notice.HookSecret;
import tapwright.core.notice.HookSignature;
import tapwright.server.app.RecordOutage;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.hook.Deliveries;
import tapwright.server.record.hook.Delivery;
import tapwright.server.record.hook.HookSeal;
import tapwright.server.record.hook.Webhook;

/**
 * Sends what is on its way to endpoints, from any number of nodes.
 *
 * <p>A node takes a delivery, in one transaction, by setting on the time at which it is due: until
 * then no other node takes it, and where this node dies, another does after it. So a message is not
 * sent by two nodes at once, and is sent again rather than lost: at least once, never surely once.
 */
public final class SendDeliveries {

  /** How many messages one node has under way to one endpoint: a slow one delays its own only. */
  static final int IN_FLIGHT = 4;

  /** How long a node that died keeps others from what it took; more than a try takes. */
  public static final Duration HOLD = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(SendDeliveries.class);

  private final Ledger ledger;
  private final HookSeal seal;
  private final HookPost post;
  private final RandomGenerator random;
  private final InstantSource clock;
  private final Map<String, Integer> inFlight = new ConcurrentHashMap<>();

  /**
   * The sending as one node does it.
   *
   * @param way what secrets are opened by, and what messages go through
   * @param random for how much later than planned a message is tried again
   */
  public SendDeliveries(Ledger ledger, Way way, RandomGenerator random, InstantSource clock) {
    this.ledger = ledger;
    this.seal = way.seal();
    this.post = way.post();
    this.random = random;
    this.clock = clock;
  }

  /** What messages need to leave. */
  public record Way(HookSeal seal, HookPost post) {}

  /** A delivery that is this node's for a while. */
  private record Taken(Delivery delivery, Webhook webhook) {}

  /** Begins to send what is due; answers how much, without waiting for what comes of it. */
  public CompletableFuture<Integer> round() {
    Instant now = clock.instant();
    return ledger
        .readAcrossSellers(records -> records.deliveries().placesDue(now))
        .thenCompose(this::takeAll);
  }

  /** How many messages wait for their answers, or for these to be on record. */
  int underWay() {
    return inFlight.values().stream().mapToInt(Integer::intValue).sum();
  }

  private CompletableFuture<Integer> takeAll(List<Deliveries.Place> places) {
    CompletableFuture<Integer> all = CompletableFuture.completedFuture(0);
    for (Deliveries.Place place : places) {
      all = all.thenCompose(before -> takeSome(place).thenApply(more -> before + more));
    }
    return all;
  }

  private CompletableFuture<Integer> takeSome(Deliveries.Place place) {
    int room = IN_FLIGHT - inFlight.getOrDefault(place.webhook(), 0);
    if (room <= 0) {
      return CompletableFuture.completedFuture(0);
    }
    Instant now = clock.instant();
    return ledger
        .write(place.seller(), records -> take(records, place, now, room))
        .thenApply(
            taken -> {
              taken.forEach(this::send);
              return taken.size();
            });
  }

  private static List<Taken> take(Records records, Deliveries.Place place, Instant now, int room) {
    Webhook webhook = records.webhooks().byId(place.seller(), place.webhook()).orElseThrow();
    List<Taken> taken = new ArrayList<>();
    if (webhook.state() != Webhook.State.ON) {
      return taken;
    }
    for (Delivery delivery : records.deliveries().due(place, now, room)) {
      Delivery ours = delivery.with(held(delivery.progress(), now));
      if (records.deliveries().advance(delivery, ours.progress())) {
        taken.add(new Taken(ours, webhook));
      }
    }
    return taken;
  }

  private static Delivery.Progress held(Delivery.Progress before, Instant now) {
    return new Delivery.Progress(
        before.state(), before.tries() + 1, now.plus(HOLD), before.lastAnswer(), before.at());
  }

  private void send(Taken taken) {
    inFlight.merge(taken.webhook().id(), 1, Integer::sum);
    CompletableFuture<Void> _ =
        post.send(message(taken))
            .thenCompose(reached -> note(taken, reached))
            .whenComplete((done, failure) -> ended(taken, failure));
  }

  private void ended(Taken taken, @Nullable Throwable failure) {
    inFlight.computeIfPresent(taken.webhook().id(), (id, count) -> count == 1 ? null : count - 1);
    if (failure != null) {
      LOG.warn(
          "what came of delivery {} is not on record, so it is sent again: {}",
          taken.delivery().id(),
          RecordOutage.reason(failure));
    }
  }

  private HookPost.Message message(Taken taken) {
    Instant now = clock.instant();
    Delivery delivery = taken.delivery();
    List<HookSecret> secrets =
        taken.webhook().secrets().inForce(now).stream()
            .map(kept -> seal.open(kept, delivery.seller(), delivery.webhook()))
            .toList();
    return new HookPost.Message(
        taken.webhook().url(),
        Map.of(
            "webhook-id", delivery.id(),
            "webhook-timestamp", Long.toString(now.getEpochSecond()),
            "webhook-signature",
                HookSignature.header(secrets, delivery.id(), now, delivery.body())),
        delivery.body());
  }

  private CompletableFuture<Void> note(Taken taken, HookPost.Reached reached) {
    Instant now = clock.instant();
    Delivery delivery = taken.delivery();
    Delivery.Progress next =
        NextTry.after(reached, delivery.progress().tries(), random.nextDouble(), now);
    return ledger
        .write(
            delivery.seller(),
            records -> {
              boolean ours = records.deliveries().advance(delivery, next);
              if (NextTry.isGone(reached)) {
                switchOff(records, taken.webhook(), now);
              }
              return ours;
            })
        .thenAccept(ours -> say(delivery, next));
  }

  private static void switchOff(Records records, Webhook webhook, Instant now) {
    records
        .webhooks()
        .byId(webhook.seller(), webhook.id())
        .filter(still -> still.state() == Webhook.State.ON)
        .ifPresent(
            on ->
                records
                    .webhooks()
                    .change(
                        on.in(Webhook.State.GONE, new Webhook.Change("the endpoint (410)", now))));
  }

  private static void say(Delivery delivery, Delivery.Progress next) {
    if (next.state() == Delivery.State.DEAD) {
      LOG.warn(
          "delivery {} to webhook {} is dead after {} tries: {}",
          delivery.id(),
          delivery.webhook(),
          next.tries(),
          next.lastAnswer());
    }
  }
}
