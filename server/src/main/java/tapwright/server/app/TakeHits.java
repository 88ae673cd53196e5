package tapwright.server.app;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes hits as they come in, stores them in batches and answers each once it cannot be lost.
 *
 * <p>One batch is in flight at a time: while it is being synced the next hits gather, so batches
 * grow with the load by themselves, and hits are stored in the order in which they came. A batch in
 * which a defect shows is halved until the hit with the defect stands alone, so that no hit suffers
 * from another's.
 */
public final class TakeHits {

  private final Ledger ledger;
  private final HitRules rules;
  private final Limits limits;

  private final Queue<Waiting> queue = new ArrayDeque<>();
  private final Deque<List<Waiting>> halves = new ArrayDeque<>();
  private boolean inFlight;

  /**
   * How much may wait.
   *
   * @param queued hits beyond this many are not taken
   * @param batch how many hits are stored in one transaction at most
   */
  public record Limits(int queued, int batch) {

    /**
     * A quarter of a second's hits of a busy server; few enough for one transaction to be short.
     */
    public static final Limits USUAL = new Limits(8_192, 512);

    public Limits {
      if (batch < 1 || queued < batch) {
        throw new IllegalArgumentException(
            "batch is " + batch + " and queued " + queued + ", allowed are 1 <= batch <= queued");
      }
    }
  }

  public TakeHits(Ledger ledger, HitRules rules, Limits limits) {
    this.ledger = ledger;
    this.rules = rules;
    this.limits = limits;
  }

  /**
   * Takes the hit; the waiter is told when it cannot be lost any more, or that it was not taken.
   */
  public void take(Arrival arrival, HitWaiter waiter) {
    boolean taken;
    boolean begins;
    synchronized (this) {
      taken = queue.size() < limits.queued() && queue.add(new Waiting(arrival, waiter));
      begins = taken && !inFlight;
      inFlight |= taken;
    }
    if (!taken) {
      waiter.failed(new StoreFault.Overloaded(limits.queued()));
    } else if (begins) {
      storeNext();
    }
  }

  private void storeNext() {
    List<Waiting> batch = next();
    if (!batch.isEmpty()) {
      List<Arrival> arrivals = batch.stream().map(Waiting::arrival).toList();
      CompletableFuture<List<HitAnswer>> unused =
          ledger
              .writeHits(records -> HitBatch.take(records, rules, arrivals))
              .whenComplete((answers, failure) -> stored(batch, answers, failure));
    }
  }

  /** What is stored next; empty when nothing waits, and then nothing is in flight any more. */
  private synchronized List<Waiting> next() {
    if (!halves.isEmpty()) {
      return halves.pop();
    }
    List<Waiting> batch = new ArrayList<>(Math.min(queue.size(), limits.batch()));
    while (batch.size() < limits.batch() && !queue.isEmpty()) {
      batch.add(queue.remove());
    }
    inFlight = !batch.isEmpty();
    return batch;
  }

  private void stored(
      List<Waiting> batch, @Nullable List<HitAnswer> answers, @Nullable Throwable failure) {
    try {
      if (answers != null) {
        tell(batch, place -> batch.get(place).waiter().answered(answers.get(place)));
      } else if (failure != null) {
        notStored(batch, cause(failure));
      }
    } finally {
      storeNext();
    }
  }

  private void notStored(List<Waiting> batch, Throwable failure) {
    if (failure instanceof StoreFault || batch.size() == 1) {
      tell(batch, place -> batch.get(place).waiter().failed(failure));
    } else {
      synchronized (this) {
        halves.push(batch.subList(batch.size() / 2, batch.size()));
        halves.push(batch.subList(0, batch.size() / 2));
      }
    }
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  /** Tells all in as many turns as there are loops, since each turn wakes a thread. */
  private static void tell(List<Waiting> batch, IntConsumer tellOne) {
    Map<Executor, List<Integer>> byLoop = new LinkedHashMap<>();
    for (int i = 0; i < batch.size(); i++) {
      byLoop.computeIfAbsent(batch.get(i).waiter().loop(), loop -> new ArrayList<>()).add(i);
    }
    byLoop.forEach((loop, places) -> loop.execute(() -> places.forEach(tellOne::accept)));
  }

  private record Waiting(Arrival arrival, HitWaiter waiter) {}
}
