package tapwright.server.nodes;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Sends what it draws for its cards, one request after the other, and notes what is answered.
 *
 * <p>What was not answered is sent again, to either node, or given up: the phone cannot know
 * whether it was stored.
 */
final class Phone implements Runnable {

  private static final int FOUND = 302;
  private static final int UNAVAILABLE = 503;
  private static final int LANES = 2;
  private static final int GIVES_UP_ONE_IN = 3;
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final List<CardModel> cards;
  private final RandomGenerator random;
  private final IntFunction<URI> nodes;
  private final Progress progress;
  private final @Nullable Wire[] lanes = new Wire[LANES];

  /** What all phones add to, and what ends them. */
  static final class Progress {
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong unavailable = new AtomicLong();
    private volatile boolean over;

    long answers() {
      return answers.get();
    }

    /** How many requests were answered 503. */
    long unavailable() {
      return unavailable.get();
    }

    void end() {
      over = true;
    }
  }

  /**
   * A phone with cards of its own.
   *
   * @param nodes where the node of a number answers now
   */
  Phone(List<CardModel> cards, RandomGenerator random, IntFunction<URI> nodes, Progress progress) {
    this.cards = List.copyOf(cards);
    this.random = random;
    this.nodes = nodes;
    this.progress = progress;
  }

  @Override
  public void run() {
    while (!progress.over) {
      CardModel card = cards.get(random.nextInt(cards.size()));
      HitRequest request = card.draw(HitKind.draw(random), random);
      if (request.kind() == HitKind.TWICE) {
        askBoth(card, request);
      } else {
        ask(card, request);
      }
    }
    for (int lane = 0; lane < LANES; lane++) {
      drop(lane);
    }
  }

  /** Both have the request before either is waited for. */
  private void askBoth(CardModel card, HitRequest request) {
    boolean first = send(0, request);
    boolean second = send(1, request);
    boolean firstAnswered = first && isAnswered(0, card, request);
    boolean secondAnswered = second && isAnswered(1, card, request);
    if (!firstAnswered && !secondAnswered) {
      pause();
    }
  }

  private void ask(CardModel card, HitRequest request) {
    int lane = random.nextInt(LANES);
    while (!(send(lane, request) && isAnswered(lane, card, request))) {
      pause();
      if (progress.over || random.nextInt(GIVES_UP_ONE_IN) == 0) {
        return;
      }
      lane = random.nextInt(LANES);
    }
  }

  private static void pause() {
    LockSupport.parkNanos(PAUSE.toNanos());
  }

  private boolean send(int lane, HitRequest request) {
    try {
      Wire wire = lanes[lane];
      if (wire == null) {
        wire = new Wire(nodes.apply(lane));
        lanes[lane] = wire;
      }
      request.tally().send();
      wire.send(request);
      return true;
    } catch (IOException e) {
      drop(lane);
      return false;
    }
  }

  private boolean isAnswered(int lane, CardModel card, HitRequest request) {
    Wire wire = lanes[lane];
    if (wire == null) {
      return false;
    }
    try {
      return isAnswer(wire.status(request), card, request);
    } catch (IOException e) {
      drop(lane);
      return false;
    }
  }

  private boolean isAnswer(int status, CardModel card, HitRequest request) {
    switch (status) {
      case FOUND -> {
        card.answered(request);
        progress.answers.incrementAndGet();
      }
      case UNAVAILABLE -> progress.unavailable.incrementAndGet();
      default -> throw new AssertionError("status " + status + " to " + request.kind());
    }
    return status == FOUND;
  }

  private void drop(int lane) {
    Wire wire = lanes[lane];
    if (wire != null) {
      wire.close();
      lanes[lane] = null;
    }
  }
}
