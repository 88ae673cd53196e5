package tapwright.agent.station.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tapwright.agent.station.Waiter;

/**
 * The benches of one run at work: one on the caller's own thread, several on a thread each, so that
 * none waits for another's card.
 */
public final class Crew {

  /** How long one wait for a card may be, so that an end of the run is noticed. */
  private static final Duration POLL = Duration.ofSeconds(1);

  /** How often the caller looks after what lies between the cards. */
  private static final Duration BETWEEN = Duration.ofMillis(100);

  private final List<Bench> benches;
  private final Shift shift;
  private final InstantSource clock;
  private final Waiter waiter;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile Instant lastCard;
  private volatile boolean ended;

  public Crew(List<Bench> benches, Shift shift, InstantSource clock, Waiter waiter) {
    if (benches.isEmpty()) {
      throw new IllegalArgumentException("benches is empty, at least one is needed");
    }
    this.benches = List.copyOf(benches);
    this.shift = shift;
    this.clock = clock;
    this.waiter = waiter;
    this.lastCard = clock.instant();
  }

  /** Attends to cards for as long as the shift goes on. */
  public void work() {
    if (benches.size() == 1) {
      workAlone(benches.getFirst());
    } else {
      workTogether();
    }
  }

  private void workAlone(Bench bench) {
    while (goesOn()) {
      shift.between();
      attend(bench);
    }
  }

  private void workTogether() {
    List<Thread> threads = new ArrayList<>();
    try {
      benches.forEach(bench -> threads.add(started(bench)));
      while (goesOn()) {
        shift.between();
        waiter.pause(BETWEEN);
      }
    } finally {
      ended = true;
      threads.forEach(Crew::join);
    }
    rethrow(failure.get());
  }

  private Thread started(Bench bench) {
    return Thread.ofPlatform()
        .name("reader " + bench.readerName())
        .start(() -> workUntilEnd(bench));
  }

  /** An interrupted thread ends: its waits for cards return at once, and it would only spin. */
  private boolean goesOn() {
    return !ended && !Thread.currentThread().isInterrupted() && shift.goesOn(lastCard);
  }

  /**
   * What one bench cannot go on after ends the run of all: the journal or the program is broken.
   */
  private void workUntilEnd(Bench bench) {
    try {
      while (goesOn()) {
        attend(bench);
      }
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
      ended = true;
    }
  }

  private void attend(Bench bench) {
    if (shift.wantsCards()) {
      if (bench.attend(POLL)) {
        lastCard = clock.instant();
      }
    } else if (goesOn()) {
      waiter.pause(POLL);
    }
  }

  private static void join(Thread thread) {
    boolean joined = false;
    boolean interrupted = false;
    while (!joined) {
      try {
        thread.join();
        joined = true;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void rethrow(@Nullable Throwable thrown) {
    switch (thrown) {
      case null -> {}
      case RuntimeException fault -> throw fault;
      case Error error -> throw error;
      default -> throw new IllegalStateException(thrown);
    }
  }
}
