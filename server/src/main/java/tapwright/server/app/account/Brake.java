package tapwright.server.app.account;

import java.time.Duration;
import java.time.Instant;
import tapwright.server.record.account.Tries;

/**
 * How long the next try to sign in has to wait: not at all at first, then twice as long each time.
 *
 * @param free how many tries may fail before it begins
 * @param longest the longest pause
 */
record Brake(int free, Duration longest) {

  /**
   * People mistype; after the pauses reach their longest, about a hundred guesses a day are left.
   */
  static final Brake OF_ACCOUNT = new Brake(5, Duration.ofMinutes(15));

  /** Behind one address may be a whole office. */
  static final Brake OF_ADDRESS = new Brake(30, Duration.ofMinutes(15));

  /** After a day without any, tries are forgotten. */
  static final Duration MEMORY = Duration.ofDays(1);

  private static final int MOST_DOUBLINGS = 20;

  /** How long is still to be waited; zero or less where the next may come. */
  Duration pause(Tries tries, Instant now) {
    return Duration.between(now, tries.lastAt().plus(pauseAfter(tries.count())));
  }

  private Duration pauseAfter(int count) {
    if (count < free) {
      return Duration.ZERO;
    }
    Duration doubled = Duration.ofSeconds(1L << Math.min(count - free, MOST_DOUBLINGS));
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }

  /** The tries with one more; those of long ago do not count. */
  static Tries oneMore(Tries tries, Instant now) {
    boolean forgotten = tries.lastAt().plus(MEMORY).isBefore(now);
    return new Tries(forgotten ? 1 : tries.count() + 1, now);
  }
}
