package tapwright.server.nodes;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Phones that tap cards at once, each its own ones, drawn from a seed. */
final class Load {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final List<CardModel> cards;
  private final Phone.Progress progress = new Phone.Progress();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Future<?>> phones = new ArrayList<>();

  private Load(List<CardModel> cards) {
    this.cards = List.copyOf(cards);
  }

  /** Starts as many phones as there are pairs of cards. */
  static Load start(List<CardModel> cards, long seed, IntFunction<URI> nodes) {
    Load load = new Load(cards);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i + 1 < cards.size(); i += 2) {
      load.phones.add(
          load.threads.submit(
              new Phone(load.cards.subList(i, i + 2), random.split(), nodes, load.progress)));
    }
    return load;
  }

  /** Returns when so many more were answered. */
  void awaitAnswers(long more) {
    long target = progress.answers() + more;
    Wait.until(
        more + " more answers",
        LIMIT,
        () -> progress.answers() >= target || phones.stream().anyMatch(Future::isDone),
        () -> progress.answers() + " of " + target);
  }

  /** Returns when so many more were told to come again. */
  void awaitUnavailable(long more) {
    long target = progress.unavailable() + more;
    Wait.until(
        more + " more answers of 503",
        LIMIT,
        () -> progress.unavailable() >= target,
        () -> progress.unavailable() + " of " + target);
  }

  long answers() {
    return progress.answers();
  }

  long unavailable() {
    return progress.unavailable();
  }

  /** Ends it when each request has its answer or has lost its node; answers what was noted. */
  List<CardModel> end() {
    progress.end();
    threads.close();
    for (Future<?> phone : phones) {
      try {
        phone.get();
      } catch (ExecutionException e) {
        throw new AssertionError("a phone failed", e.getCause());
      } catch (InterruptedException e) {
        throw new IllegalStateException("interrupted while phones ended", e);
      }
    }
    return cards;
  }
}
