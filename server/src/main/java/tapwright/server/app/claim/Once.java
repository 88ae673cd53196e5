package tapwright.server.app.claim;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tapwright.core.card.SellerId;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.record.Records;
import tapwright.server.record.order.IdempotencyKey;
import tapwright.server.record.order.IdempotencyKeys;

/** Makes something once, however often the request comes. */
final class Once {

  private Once() {}

  /** Whose request it is, and when it came. */
  record Key(SellerId seller, IdempotencyKey key, Instant now) {}

  /**
   * What the request made, now or before.
   *
   * @param shown what was made, by its id
   * @param make makes it and answers its id
   */
  static <T> Answer<T> of(
      Records records, Key key, Function<String, T> shown, Supplier<Answer<String>> make) {
    Optional<IdempotencyKeys.Use> used = records.keys().find(key.seller(), key.key().key());
    if (used.isPresent()) {
      return used.get().bodyHash().equals(key.key().bodyHash())
          ? Answer.done(shown.apply(used.get().result()))
          : Answer.refused(AppRefusal.KEY_REUSED.with("key", key.key().key()));
    }
    return switch (make.get()) {
      case Answer.Refused<String> refused ->
          new Answer.Refused<>(refused.refusal(), refused.fields());
      case Answer.Done<String> made -> {
        IdempotencyKeys.Use use = new IdempotencyKeys.Use(key.key().bodyHash(), made.value());
        records.keys().add(key.seller(), key.key().key(), use, key.now());
        yield Answer.done(shown.apply(made.value()));
      }
    };
  }
}
