package tapwright.server.main.bench.load;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The cards of one run, and which of them a load goes to.
 *
 * <p>A read counter has 24 bits (NTAG213/215/216 data sheet, section 8.7), too few for all rounds
 * at full speed on one card: there each round has a card of its own.
 */
public final class CardDeck {

  /** More than one of many cards is tapped in a round, so that each round's counters are new. */
  private static final int COUNTERS_A_ROUND = 100_000;

  private final Map<TapLoad, List<List<BenchCard>>> byRound;

  private CardDeck(Map<TapLoad, List<List<BenchCard>>> byRound) {
    this.byRound = byRound;
  }

  public static CardDeck draw(RandomGenerator random, List<TapLoad> loads, int rounds) {
    Map<TapLoad, List<List<BenchCard>>> byRound = new HashMap<>();
    for (TapLoad load : loads) {
      byRound.put(load, rounds(random, load, rounds));
    }
    return new CardDeck(byRound);
  }

  private static List<List<BenchCard>> rounds(RandomGenerator random, TapLoad load, int rounds) {
    if (load.kind() == TapLoad.Kind.MIRROR && load.cards() == 1) {
      return Stream.generate(() -> BenchCard.draw(random, load.kind(), 1)).limit(rounds).toList();
    }
    return Collections.nCopies(rounds, BenchCard.draw(random, load.kind(), load.cards()));
  }

  public List<BenchCard> all() {
    return byRound.values().stream()
        .flatMap(List::stream)
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** The cards that the load goes to in a round, from 0. */
  public List<BenchCard> of(TapLoad load, int round) {
    List<List<BenchCard>> rounds = byRound.get(load);
    if (rounds == null) {
      throw new IllegalArgumentException("load is " + load + ", allowed are " + byRound.keySet());
    }
    return rounds.get(round);
  }

  /** The first read counter that no round before has used. */
  public static int firstCounter(int round) {
    return 1 + round * COUNTERS_A_ROUND;
  }
}
