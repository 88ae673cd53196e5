package tapwright.core.policy.fact;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tapwright.core.policy.Money;
import tapwright.core.policy.Word;

/**
 * Facts read back from {@link Facts#toText}, line by line.
 *
 * <p>A text that speaks of no use is taken for that of an order whose cards were never used: what
 * is kept with a decision always lists every use.
 */
public final class FactsText {

  private static final String COUNT_FORM = "(\\d{1,18})";

  private static final Pattern USE =
      Pattern.compile(
          "(\\S+) N N(?: signed N mirrored N bare N quick N)?".replace("N", COUNT_FORM));

  private static final Pattern COUNT = Pattern.compile(COUNT_FORM);

  private final Facts.Builder facts = Facts.builder();
  private final List<Usage.Use> uses = new ArrayList<>();
  private @Nullable Long taps;
  private @Nullable Long shares;

  private FactsText() {}

  /** The facts; empty where a line is none that facts are written in. */
  public static Optional<Facts> read(String text) {
    FactsText reading = new FactsText();
    return text.lines().allMatch(reading::take)
        ? Optional.of(reading.facts.usage(reading.usage()).build())
        : Optional.empty();
  }

  private Usage usage() {
    return taps == null && shares == null
        ? new Usage.Timeline(uses)
        : new Usage.Counts(taps, shares);
  }

  private boolean take(String line) {
    int space = line.indexOf(' ');
    if (space < 0) {
      return false;
    }
    String key = line.substring(0, space);
    String value = line.substring(space + 1);
    return switch (key) {
      case "use" -> use(value);
      case "price" -> price(value);
      case "taps", "shares", Facts.UNSEEN_READS -> count(key, value);
      default -> choice(key, value) || flag(key, value) || event(key, value);
    };
  }

  private boolean use(String value) {
    Matcher matcher = USE.matcher(value);
    Optional<Instant> at = matcher.matches() ? instant(matcher.group(1)) : Optional.empty();
    at.ifPresent(
        instant ->
            uses.add(
                new Usage.Use(instant, number(matcher, 2), number(matcher, 3), kinds(matcher))));
    return at.isPresent();
  }

  private static TapKinds kinds(Matcher use) {
    return use.group(4) == null
        ? TapKinds.UNTOLD
        : new TapKinds(number(use, 4), number(use, 5), number(use, 6), number(use, 7));
  }

  private static long number(Matcher matcher, int group) {
    return Long.parseLong(matcher.group(group));
  }

  private boolean count(String key, String value) {
    if (!COUNT.matcher(value).matches()) {
      return false;
    }
    switch (key) {
      case "taps" -> taps = Long.valueOf(value);
      case "shares" -> shares = Long.valueOf(value);
      default -> facts.unseenReads(Long.parseLong(value));
    }
    return true;
  }

  private boolean price(String value) {
    Optional<Money> price = Money.parse(value);
    price.ifPresent(facts::price);
    return price.isPresent();
  }

  private boolean choice(String key, String value) {
    Optional<Choice> choice =
        Choice.ALL.stream().filter(one -> !one.isOfTheClaim() && one.key().equals(key)).findFirst();
    Optional<Word> word = choice.flatMap(one -> Word.find(one.allowed(), value));
    word.ifPresent(found -> facts.choose(choice.orElseThrow(), found));
    return word.isPresent();
  }

  private boolean flag(String key, String value) {
    Optional<Flag> flag =
        Stream.of(Flag.values())
            .filter(one -> one.key().equals(key) && value.equals("true"))
            .findFirst();
    flag.ifPresent(found -> facts.flag(found, true));
    return flag.isPresent();
  }

  private boolean event(String key, String value) {
    Optional<Event> event = Word.find(List.of(Event.values()), key);
    Optional<Instant> at = event.flatMap(ignored -> instant(value));
    at.ifPresent(instant -> facts.at(event.orElseThrow(), instant));
    return at.isPresent();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
