package tapwright.server.main.bench.record;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import tapwright.core.card.Slug;
import tapwright.core.tap.ChipParameters;
import tapwright.core.tap.Hit;
import tapwright.core.tap.LinkKind;
import tapwright.server.main.bench.load.BenchCard;
import tapwright.server.record.hit.Arrival;

/** Taps as they come over a long time: one after the other, evenly, on cards at random. */
final class TapHistory {

  /** As many kinds of phone and browser as are about at a time. */
  private static final int AGENTS = 500;

  private final List<BenchCard> cards;
  private final Instant begin;
  private final Duration length;
  private final RandomGenerator random;
  private final Map<Slug, Integer> counters = new HashMap<>();

  TapHistory(List<BenchCard> cards, Instant begin, Duration length, RandomGenerator random) {
    this.cards = List.copyOf(cards);
    this.begin = begin;
    this.length = length;
    this.random = random;
  }

  /** The tap in this place of so many. */
  Arrival tap(long place, long total) {
    BenchCard card = cards.get(random.nextInt(cards.size()));
    int counter = counters.merge(card.slug(), 1, Integer::sum);
    Duration since = Duration.ofSeconds(length.toSeconds() * place / total);
    Instant at = begin.plus(since).plus(random.nextInt(1_000_000), ChronoUnit.MICROS);
    return new Arrival(card.slug(), hit(card, counter), at, random.nextLong());
  }

  private Hit hit(BenchCard card, int counter) {
    return new Hit(
        LinkKind.CHIP,
        false,
        agent(random.nextInt(AGENTS)),
        "",
        ChipParameters.mirrored(String.format(Locale.ROOT, "%sx%06X", card.uid(), counter)),
        false);
  }

  private static String agent(int kind) {
    return "Mozilla/5.0 (Linux; Android "
        + (10 + kind % 7)
        + "; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/"
        + (100 + kind / 7)
        + ".0.0.0 Mobile Safari/537.36";
  }
}
