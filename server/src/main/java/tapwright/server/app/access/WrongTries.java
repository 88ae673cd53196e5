package tapwright.server.app.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many wrong codes came lately, so that nobody tries them all. */
final class WrongTries {

  /** At one node, whoever tries: a code says nothing of who holds it. */
  static final int LIMIT = 30;

  private static final Duration LATELY = Duration.ofMinutes(1);

  private final Deque<Instant> tries = new ArrayDeque<>();

  synchronized boolean areTooMany(Instant now) {
    while (!tries.isEmpty() && !tries.getFirst().plus(LATELY).isAfter(now)) {
      tries.removeFirst();
    }
    return tries.size() >= LIMIT;
  }

  synchronized void add(Instant now) {
    tries.addLast(now);
  }
}
