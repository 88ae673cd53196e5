package tapwright.server.app.hook;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.Shown;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.hook.Delivery;
import tapwright.server.record.hook.DeliveryFilter;
import tapwright.server.record.hook.Webhook;

/** Shows what was sent to an endpoint, and sends it again. */
public final class RunDeliveries {

  private final Ledger ledger;
  private final InstantSource clock;

  public RunDeliveries(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * What to list.
   *
   * @param before the id of the delivery after which to go on, as they are listed
   */
  public record Wish(
      Optional<Delivery.State> state, Optional<String> kind, Optional<String> before, int limit) {}

  /** Deliveries to the endpoint, newest first. */
  public CompletableFuture<Answer<List<Delivery>>> list(Caller caller, String webhook, Wish wish) {
    return ledger.read(
        caller.seller(),
        records ->
            RunWebhooks.there(records, caller, webhook)
                .map(there -> list(records, there, wish))
                .orElseGet(() -> Answer.refused(RunWebhooks.unknown(webhook))));
  }

  private static Answer<List<Delivery>> list(Records records, Webhook webhook, Wish wish) {
    Optional<Delivery> before =
        wish.before().flatMap(id -> records.deliveries().byId(webhook.seller(), webhook.id(), id));
    if (before.isEmpty() && wish.before().isPresent()) {
      return unknown(wish.before().get());
    }
    return Answer.done(
        records
            .deliveries()
            .list(
                webhook.seller(),
                webhook.id(),
                new DeliveryFilter(wish.state(), wish.kind(), before, wish.limit())));
  }

  /** Sends a delivery again, under the id that it has. */
  public CompletableFuture<Answer<Delivery>> replay(Caller caller, String webhook, String id) {
    return RunWebhooks.with(
        ledger,
        caller,
        webhook,
        (records, there) ->
            records
                .deliveries()
                .byId(there.seller(), there.id(), id)
                .map(delivery -> replay(records, delivery))
                .orElseGet(() -> unknown(id)));
  }

  private Answer<Delivery> replay(Records records, Delivery delivery) {
    if (delivery.progress().state() == Delivery.State.WAITING) {
      return Answer.refused(HookRefusal.DELIVERY_WAITING.with());
    }
    Delivery again = delivery.with(Delivery.Progress.due(clock.instant()));
    if (!records.deliveries().advance(delivery, again.progress())) {
      throw new IllegalStateException("delivery " + delivery.id() + " is not as it was read");
    }
    return Answer.done(again);
  }

  /** Sends all dead deliveries to the endpoint again; how many. */
  public CompletableFuture<Answer<Integer>> replayDead(Caller caller, String webhook) {
    Instant now = clock.instant();
    return RunWebhooks.with(
        ledger,
        caller,
        webhook,
        (records, there) ->
            Answer.done(records.deliveries().replayDead(there.seller(), there.id(), now)));
  }

  private static <T> Answer<T> unknown(String id) {
    return Answer.refused(HookRefusal.DELIVERY_UNKNOWN.with("delivery", Shown.of(id)));
  }
}
