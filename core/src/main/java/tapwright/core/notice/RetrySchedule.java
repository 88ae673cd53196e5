package tapwright.core.notice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a message that was not taken is sent again, and when that ends.
 *
 * @param pauses after the first try, after the second and so on; the try after the last pause is
 *     the last
 */
public record RetrySchedule(List<Duration> pauses) {

  /**
   * As the Standard Webhooks text proposes it (spec, section "Deliverability and reliability"): ten
   * tries within three days and some hours.
   */
  public static final RetrySchedule HOOKS =
      new RetrySchedule(
          List.of(
              Duration.ofSeconds(5),
              Duration.ofMinutes(5),
              Duration.ofMinutes(30),
              Duration.ofHours(2),
              Duration.ofHours(5),
              Duration.ofHours(10),
              Duration.ofHours(14),
              Duration.ofHours(20),
              Duration.ofHours(24)));

  /** Of mail, which another server keeps trying for days once it has it. */
  public static final RetrySchedule MAIL =
      new RetrySchedule(
          List.of(
              Duration.ofMinutes(1),
              Duration.ofMinutes(10),
              Duration.ofHours(1),
              Duration.ofHours(6),
              Duration.ofHours(24)));

  /** By so much of itself a pause is made longer at most, so that not all come back at once. */
  public static final double MOST_SPREAD = 0.2;

  /** A receiver that asks for more is asked again after this all the same. */
  public static final Duration LONGEST_ASKED = Duration.ofHours(24);

  public RetrySchedule {
    pauses = List.copyOf(pauses);
  }

  /** How often a message is sent at most. */
  public int tries() {
    return pauses.size() + 1;
  }

  /**
   * How long to wait after so many tries; empty after the last.
   *
   * @param chance from 0 to 1: how much of the spread this pause gets
   * @param asked what the receiver asked for, which is waited for at least
   */
  public Optional<Duration> after(int tries, double chance, Optional<Duration> asked) {
    if (tries < 1 || chance < 0 || chance > 1) {
      throw new IllegalArgumentException(
          "tries is " + tries + " and chance " + chance + ", allowed are 1 or more and 0 to 1");
    }
    if (tries > pauses.size()) {
      return Optional.empty();
    }
    Duration pause = pauses.get(tries - 1);
    Duration spread = Duration.ofMillis((long) (pause.toMillis() * MOST_SPREAD * chance));
    return Optional.of(longer(pause.plus(spread), shorter(asked.orElse(pause), LONGEST_ASKED)));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
