package tapwright.server.app.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/**
 * How many wrong codes came lately, so that nobody tries them all.
 *
 * <p>Who guesses from one address is stopped long before the rest of the world is, so that a
 * stranger keeps no station out.
 */
final class WrongTries {

  /** At one node from one address: nobody who types a code is wrong as often. */
  static final int LIMIT = 30;

  /** At one node from everywhere; of the 2^40 codes that is 1 in 24 million in a code's life. */
  static final int LIMIT_OF_ALL = 3_000;

  private static final Duration LATELY = Duration.ofMinutes(1);

  private final Deque<Try> tries = new ArrayDeque<>();

  private record Try(String address, Instant at) {}

  /** How many there were, where these are too many for one more from the address. */
  synchronized OptionalInt tooMany(String address, Instant now) {
    while (!tries.isEmpty() && !tries.getFirst().at().plus(LATELY).isAfter(now)) {
      tries.removeFirst();
    }
    long from = tries.stream().filter(one -> one.address().equals(address)).count();
    return from >= LIMIT || tries.size() >= LIMIT_OF_ALL
        ? OptionalInt.of(from >= LIMIT ? LIMIT : LIMIT_OF_ALL)
        : OptionalInt.empty();
  }

  synchronized void add(String address, Instant now) {
    tries.addLast(new Try(address, now));
  }
}
