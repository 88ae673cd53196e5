package tapwright.server.app.money;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tapwright.core.Bytes;
import tapwright.core.trail.Subject;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.record.Records;
import tapwright.server.record.order.IdempotencyKey;
import tapwright.server.record.order.IdempotencyKeys;

/**
 * Does for a key once what is asked of an order's money.
 *
 * @param act what is asked, so that one key with one body cannot mean two things
 * @param now when
 */
record Once(Records records, Subject order, String act, Instant now) {

  /**
   * The answer of the first time where the key was used; else does the work and notes its result.
   *
   * @param again the answer for a result that was noted
   * @param work what is done the first time
   * @param result what is noted of its answer
   */
  <T> Answer<T> answer(
      IdempotencyKey key,
      Function<String, T> again,
      Supplier<Answer<T>> work,
      Function<T, String> result) {
    Bytes asked = Bytes.ofUtf8(String.join("\n", act, order.id(), key.bodyHash().toHex())).sha256();
    Optional<IdempotencyKeys.Use> used = records.keys().find(order.seller(), key.key());
    if (used.isPresent()) {
      return used.get().bodyHash().equals(asked)
          ? Answer.done(again.apply(used.get().result()))
          : Answer.refused(AppRefusal.KEY_REUSED.with("key", key.key()));
    }
    Answer<T> answer = work.get();
    if (answer instanceof Answer.Done<T>(T value)) {
      records
          .keys()
          .add(order.seller(), key.key(), new IdempotencyKeys.Use(asked, result.apply(value)), now);
    }
    return answer;
  }
}
