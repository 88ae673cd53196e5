package tapwright.server.app;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tapwright.server.record.Records;
import tapwright.server.record.order.IdempotencyKey;
import tapwright.server.record.order.IdempotencyKeys;

/** Something that is done once for a key, however often it is asked for, within a transaction. */
public final class Once {

  private Once() {}

  /**
   * Does the work, and notes under the key what was made; or answers that again.
   *
   * @param again what the note stands for
   * @param note what stands for what was made; nothing personal
   */
  public static <T> Answer<T> of(
      Asked asked, Function<String, T> again, Supplier<Answer<T>> work, Function<T, String> note) {
    return before(asked, again)
        .orElseGet(
            () -> {
              Answer<T> answer = work.get();
              if (answer instanceof Answer.Done<T>(T made)) {
                asked.keep(note.apply(made));
              }
              return answer;
            });
  }

  private static <T> Optional<Answer<T>> before(Asked asked, Function<String, T> again) {
    IdempotencyKey key = asked.key();
    return asked
        .records()
        .keys()
        .find(asked.caller().seller(), key.key())
        .map(
            used ->
                used.bodyHash().equals(key.bodyHash())
                    ? Answer.done(again.apply(used.result()))
                    : Answer.refused(AppRefusal.KEY_REUSED.with("key", key.key())));
  }

  /** Who asks with which key, when. */
  public record Asked(Records records, Caller caller, IdempotencyKey key, Instant now) {

    private void keep(String made) {
      records
          .keys()
          .add(caller.seller(), key.key(), new IdempotencyKeys.Use(key.bodyHash(), made), now);
    }
  }
}
