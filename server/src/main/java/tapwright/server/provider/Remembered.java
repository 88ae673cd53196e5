package tapwright.server.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Something that a provider says, kept for a while, so that it is asked seldom however many want to
 * know.
 */
final class Remembered<T> {

  /** After that it is asked anew: a provider that leaves an endpoint or a key is heard in time. */
  static final Duration GOOD_FOR = Duration.ofHours(1);

  /** However often something is missing, and whatever was answered: asked no sooner than that. */
  static final Duration PAUSE = Duration.ofSeconds(10);

  private final Supplier<CompletableFuture<Optional<T>>> question;
  private final InstantSource clock;
  private Instant askedAt = Instant.MIN;
  private CompletableFuture<Optional<T>> answer =
      CompletableFuture.completedFuture(Optional.empty());

  Remembered(Supplier<CompletableFuture<Optional<T>>> question, InstantSource clock) {
    this.question = question;
    this.clock = clock;
  }

  /** What is known; asked where nothing is, or it is old. */
  synchronized CompletableFuture<Optional<T>> known() {
    boolean failed = answer.isDone() && answer.join().isEmpty();
    return failed || isOlderThan(GOOD_FOR) ? asked() : answer;
  }

  /** What is known now, since what was known lacks something. */
  synchronized CompletableFuture<Optional<T>> asked() {
    if (isOlderThan(PAUSE)) {
      askedAt = clock.instant();
      // What fails is as good as nothing, so that who comes then does not fail with it.
      answer = question.get().exceptionally(failure -> Optional.empty());
    }
    return answer;
  }

  private boolean isOlderThan(Duration age) {
    return askedAt.equals(Instant.MIN) || !clock.instant().isBefore(askedAt.plus(age));
  }
}
