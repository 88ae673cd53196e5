package tapwright.server.app.hook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.core.notice.HookSecret;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.app.IdSource;
import tapwright.server.app.Shown;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.hook.HookSeal;
import tapwright.server.record.hook.Webhook;
import tapwright.server.record.order.IdempotencyKey;
import tapwright.server.record.order.IdempotencyKeys;

/** Sets up the endpoints of a shop, gives them other secrets, switches them off and on. */
public final class RunWebhooks {

  /** Each event is sent to each of them. */
  static final int MOST = 20;

  private static final Pattern KIND = Pattern.compile("(?=.{1,64}$)[a-z0-9]+(?:[.-][a-z0-9]+)*");

  private final Ledger ledger;
  private final HookSeal seal;
  private final HookPost post;
  private final IdSource ids;
  private final InstantSource clock;

  public RunWebhooks(Ledger ledger, SendDeliveries.Way way, IdSource ids, InstantSource clock) {
    this.ledger = ledger;
    this.seal = way.seal();
    this.post = way.post();
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What is wanted.
   *
   * @param kinds of events; empty for all
   */
  public record Wanted(String url, List<String> kinds) {

    public Wanted {
      kinds = List.copyOf(kinds);
    }
  }

  /**
   * An endpoint with its secret, where that is shown.
   *
   * @param secret empty once another is in force
   */
  public record Opened(Webhook webhook, Optional<HookSecret> secret) {}

  /** Sets up an endpoint; the same key with the same body gives the same one. */
  public CompletableFuture<Answer<Opened>> create(
      Caller caller, IdempotencyKey key, Wanted wanted) {
    Optional<Refusal> wrong = refusal(wanted);
    if (wrong.isPresent()) {
      return CompletableFuture.completedFuture(Answer.refused(wrong.get()));
    }
    return ledger.write(caller.seller(), records -> create(records, caller, key, wanted));
  }

  private Optional<Refusal> refusal(Wanted wanted) {
    return post.allowedInsteadOf(wanted.url())
        .map(
            allowed ->
                HookRefusal.URL_REFUSED.with("url", Shown.of(wanted.url()), "allowed", allowed))
        .or(
            () ->
                wanted.kinds().stream()
                    .filter(kind -> !KIND.matcher(kind).matches())
                    .findFirst()
                    .map(kind -> HookRefusal.KIND_INVALID.with("kind", Shown.of(kind))));
  }

  private Answer<Opened> create(Records records, Caller caller, IdempotencyKey key, Wanted wanted) {
    Optional<IdempotencyKeys.Use> used = records.keys().find(caller.seller(), key.key());
    if (used.isPresent()) {
      return used.get().bodyHash().equals(key.bodyHash())
          ? Answer.done(asCreated(records, caller, used.get().result()))
          : Answer.refused(AppRefusal.KEY_REUSED.with("key", key.key()));
    }
    int there = records.webhooks().of(caller.seller()).size();
    if (there >= MOST) {
      return Answer.refused(HookRefusal.COUNT.with("seen", there, "allowed", MOST));
    }
    Instant now = clock.instant();
    Webhook webhook = added(records, caller, wanted, now);
    records
        .keys()
        .add(
            caller.seller(), key.key(), new IdempotencyKeys.Use(key.bodyHash(), webhook.id()), now);
    return Answer.done(opened(webhook));
  }

  private Webhook added(Records records, Caller caller, Wanted wanted, Instant now) {
    String id = ids.next();
    Webhook webhook =
        new Webhook(
            id,
            caller.seller(),
            wanted.url(),
            wanted.kinds(),
            Webhook.State.ON,
            Webhook.Secrets.first(seal.seal(seal.draw(), caller.seller(), id)),
            0,
            now,
            new Webhook.Change(caller.name(), now));
    records.webhooks().add(webhook);
    return webhook;
  }

  /** Who asks again, since the answer was lost, has not used the secret yet. */
  private Opened asCreated(Records records, Caller caller, String id) {
    Webhook webhook = records.webhooks().byId(caller.seller(), id).orElseThrow();
    return webhook.version() == 0 ? opened(webhook) : new Opened(webhook, Optional.empty());
  }

  private Opened opened(Webhook webhook) {
    return new Opened(
        webhook,
        webhook.secrets().sealed().map(kept -> seal.open(kept, webhook.seller(), webhook.id())));
  }

  /** All endpoints of the caller's seller. */
  public CompletableFuture<List<Webhook>> list(Caller caller) {
    return ledger.read(caller.seller(), records -> records.webhooks().of(caller.seller()));
  }

  /**
   * Gives the endpoint another secret.
   *
   * @param keepOld how long the one before it signs beside it
   */
  public CompletableFuture<Answer<Opened>> rotate(Caller caller, Seen seen, Duration keepOld) {
    return change(
        caller,
        seen,
        (webhook, change) -> {
          Bytes next = seal.seal(seal.draw(), webhook.seller(), webhook.id());
          return webhook.with(webhook.secrets().rotated(next, change.at().plus(keepOld)), change);
        },
        this::opened);
  }

  /** Switches the endpoint on or off. */
  public CompletableFuture<Answer<Webhook>> set(Caller caller, Seen seen, boolean on) {
    return change(
        caller,
        seen,
        (webhook, change) -> webhook.in(on ? Webhook.State.ON : Webhook.State.OFF, change),
        Function.identity());
  }

  /** Takes the endpoint away, with what is on its way to it; what is away stays so. */
  public CompletableFuture<Answer<Webhook>> delete(Caller caller, String id) {
    return ledger.write(
        caller.seller(),
        records ->
            records
                .webhooks()
                .byId(caller.seller(), id)
                .map(webhook -> Answer.done(delete(records, caller, webhook)))
                .orElseGet(() -> Answer.refused(unknown(id))));
  }

  private Webhook delete(Records records, Caller caller, Webhook webhook) {
    if (webhook.state() == Webhook.State.DELETED) {
      return webhook;
    }
    Instant now = clock.instant();
    Webhook gone = webhook.in(Webhook.State.DELETED, new Webhook.Change(caller.name(), now));
    records.webhooks().change(gone);
    records.deliveries().endWaiting(gone.seller(), gone.id(), now);
    return gone;
  }

  /** An endpoint as its changer saw it. */
  public record Seen(String id, int version) {}

  private <T> CompletableFuture<Answer<T>> change(
      Caller caller,
      Seen seen,
      BiFunction<Webhook, Webhook.Change, Webhook> next,
      Function<Webhook, T> shown) {
    return with(
        ledger,
        caller,
        seen.id(),
        (records, webhook) -> {
          if (webhook.version() != seen.version()) {
            return Answer.refused(
                HookRefusal.WEBHOOK_CHANGED.with(
                    "seen", seen.version(), "allowed", webhook.version()));
          }
          Webhook changed = next.apply(webhook, new Webhook.Change(caller.name(), clock.instant()));
          records.webhooks().change(changed);
          return Answer.done(shown.apply(changed));
        });
  }

  /** Does a work on the endpoint, where it is the caller's. */
  static <T> CompletableFuture<Answer<T>> with(
      Ledger ledger, Caller caller, String id, BiFunction<Records, Webhook, Answer<T>> work) {
    return ledger.write(
        caller.seller(),
        records ->
            there(records, caller, id)
                .map(webhook -> work.apply(records, webhook))
                .orElseGet(() -> Answer.refused(unknown(id))));
  }

  static Optional<Webhook> there(Records records, Caller caller, String id) {
    return records
        .webhooks()
        .byId(caller.seller(), id)
        .filter(webhook -> webhook.state() != Webhook.State.DELETED);
  }

  static Refusal unknown(String id) {
    return HookRefusal.WEBHOOK_UNKNOWN.with("webhook", Shown.of(id));
  }
}
