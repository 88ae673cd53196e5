package tapwright.agent.main.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How far the cards of one run are: made, left, how fast, and what failed by its cause. */
public final class Progress {

  private static final double MILLIS_PER_MINUTE = 60_000;

  /** As many cards as the rate is taken from. */
  private static final int LAST_CARDS = 20;

  /** A longer time between two cards is no work: somebody fetched cards, or coffee. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final InstantSource clock;
  private final String done;
  private final boolean rated;
  private final Deque<Duration> gaps = new ArrayDeque<>();
  private Instant lastMade;
  private final Map<String, Integer> causes = new TreeMap<>();
  private int total;
  private int madeBefore;
  private int made;

  public Progress(InstantSource clock) {
    this(clock, "verified");
  }

  /**
   * The same for something else than cards.
   *
   * @param done what becomes of each, as {@code printed}
   */
  public Progress(InstantSource clock, String done) {
    this(clock, done, true);
  }

  private Progress(InstantSource clock, String done, boolean rated) {
    this.clock = clock;
    this.done = done;
    this.rated = rated;
    this.lastMade = clock.instant();
  }

  /** The same of cards that come by as they come, so that how fast says nothing. */
  public static Progress unrated(InstantSource clock, String done) {
    return new Progress(clock, done, false);
  }

  /** There will be so many cards, some of which an earlier run made. */
  public void expect(int all, int before) {
    total = all;
    madeBefore = before;
  }

  public void made() {
    made++;
    Instant now = clock.instant();
    Duration gap = Duration.between(lastMade, now);
    lastMade = now;
    if (gap.compareTo(PAUSE) <= 0) {
      gaps.addLast(gap);
    }
    if (gaps.size() > LAST_CARDS) {
      gaps.removeFirst();
    }
  }

  public void failed(String cause) {
    causes.merge(cause, 1, Integer::sum);
  }

  /** What there is to say, most important first, each part a few words. */
  public List<String> parts() {
    List<String> parts = new ArrayList<>();
    parts.add(total > 0 ? madeBefore + made + " of " + total + " " + done : made + " " + done);
    if (rated) {
      parts.add(String.format(Locale.ROOT, "%.0f a minute", perMinute()));
    }
    if (total > 0 && !gaps.isEmpty() && left() > 0) {
      parts.add(inWords(Duration.ofSeconds(Math.round(left() * 60 / perMinute()))) + " left");
    }
    int failures = causes.values().stream().mapToInt(Integer::intValue).sum();
    parts.add(failures + (failures == 1 ? " failure" : " failures"));
    causes.forEach((cause, count) -> parts.add(count + " " + cause));
    return parts;
  }

  private int left() {
    return total - madeBefore - made;
  }

  /** Of the last cards, without the waiting between and after them. */
  private double perMinute() {
    long millis = Math.max(1, gaps.stream().mapToLong(Duration::toMillis).sum());
    return gaps.size() * MILLIS_PER_MINUTE / millis;
  }

  private static String inWords(Duration time) {
    if (time.toHours() > 0) {
      return time.toHours() + " h " + time.toMinutesPart() + " min";
    }
    return time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
  }
}
