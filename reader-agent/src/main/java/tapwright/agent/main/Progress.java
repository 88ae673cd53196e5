package tapwright.agent.main;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How far the cards of one run are: made, left, how fast, and what failed by its cause. */
final class Progress {

  private static final double MILLIS_PER_MINUTE = 60_000;

  private final InstantSource clock;
  private final Instant begun;
  private final Map<String, Integer> causes = new TreeMap<>();
  private int total;
  private int madeBefore;
  private int made;

  Progress(InstantSource clock) {
    this.clock = clock;
    this.begun = clock.instant();
  }

  /** There will be so many cards, some of which an earlier run made. */
  void expect(int all, int before) {
    total = all;
    madeBefore = before;
  }

  void made() {
    made++;
  }

  void failed(String cause) {
    causes.merge(cause, 1, Integer::sum);
  }

  /** What there is to say, most important first, each part a few words. */
  List<String> parts() {
    List<String> parts = new ArrayList<>();
    parts.add(total > 0 ? madeBefore + made + " of " + total + " verified" : made + " verified");
    parts.add(String.format(Locale.ROOT, "%.0f a minute", perMinute()));
    if (total > 0 && made > 0 && left() > 0) {
      parts.add(inWords(Duration.ofSeconds(Math.round(left() * 60 / perMinute()))) + " left");
    }
    parts.add(causes.values().stream().mapToInt(Integer::intValue).sum() + " failures");
    causes.forEach((cause, count) -> parts.add(count + " " + cause));
    return parts;
  }

  private int left() {
    return total - madeBefore - made;
  }

  private double perMinute() {
    long millis = Math.max(1, Duration.between(begun, clock.instant()).toMillis());
    return made * MILLIS_PER_MINUTE / millis;
  }

  private static String inWords(Duration time) {
    if (time.toHours() > 0) {
      return time.toHours() + " h " + time.toMinutesPart() + " min";
    }
    return time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
  }
}
