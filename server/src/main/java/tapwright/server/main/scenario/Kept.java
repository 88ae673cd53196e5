package tapwright.server.main.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What steps kept for later ones, by name.
 *
 * <p>In texts <code>${name}</code> stands for it, <code>${now}</code> for the instant of the story,
 * <code>${now-3d}</code> for one before or after it, and <code>${now@Asia/Kolkata}</code> for the
 * same as clocks of that zone show it.
 */
final class Kept {

  private static final Pattern NAME = Pattern.compile("\\$\\{([^}]*)}");
  private static final Pattern NOW =
      Pattern.compile("now(?:([+-])" + Span.FORM + ")?(?:@([A-Za-z0-9_+/-]+))?");

  private final Map<String, String> values = new HashMap<>();
  private final HandClock clock;

  Kept(HandClock clock) {
    this.clock = clock;
  }

  void keep(String name, String value) {
    values.put(name, value);
  }

  /** The text with what is kept in the place of names; a name that nobody kept stays as it is. */
  String into(String text) {
    return NAME.matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1)).orElse(found.group())));
  }

  /** The first name in the texts that nobody kept. */
  Optional<String> unknownIn(Stream<String> texts) {
    return texts
        .flatMap(text -> NAME.matcher(text).results())
        .map(found -> found.group(1))
        .filter(name -> value(name).isEmpty())
        .findFirst();
  }

  private Optional<String> value(String name) {
    Matcher now = NOW.matcher(name);
    return now.matches() ? instant(now) : Optional.ofNullable(values.get(name));
  }

  private Optional<String> instant(MatchResult now) {
    Instant instant = moved(now);
    String zone = now.group(4);
    if (zone == null) {
      return Optional.of(instant.toString());
    }
    return ZoneId.getAvailableZoneIds().contains(zone)
        ? Optional.of(OffsetDateTime.ofInstant(instant, ZoneId.of(zone)).toString())
        : Optional.empty();
  }

  private Instant moved(MatchResult now) {
    Instant instant = clock.instant();
    if (now.group(1) == null) {
      return instant;
    }
    Duration time = Span.of(now.group(2), now.group(3));
    return now.group(1).equals("-") ? instant.minus(time) : instant.plus(time);
  }
}
