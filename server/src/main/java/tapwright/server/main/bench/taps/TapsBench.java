package tapwright.server.main.bench.taps;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tapwright.server.main.bench.load.BenchCard;
import tapwright.server.main.bench.load.CardDeck;
import tapwright.server.main.bench.load.StoredTaps;
import tapwright.server.main.bench.load.TapLoad;
import tapwright.server.main.bench.load.Wrk;
import tapwright.server.main.bench.stage.BenchProgress;

/** Sends each load to each row in turn, round after round, and compares answers with the record. */
final class TapsBench {

  private static final int WARM_UP_CONNECTIONS = 32;

  /** So that a hit is found that was on its way when the client stopped. */
  private static final Duration AFTERWARDS = Duration.ofSeconds(1);

  private final List<Contender> contenders;
  private final CardDeck deck;
  private final Wrk wrk;
  private final InstantSource clock;

  TapsBench(List<Contender> contenders, CardDeck deck, Wrk wrk, InstantSource clock) {
    this.contenders = List.copyOf(contenders);
    this.deck = deck;
    this.wrk = wrk;
    this.clock = clock;
  }

  /**
   * How much is measured.
   *
   * @param rounds how often each figure is taken
   * @param seconds how long each time
   * @param warmUpSeconds how long before the first
   */
  record Extent(List<TapLoad> loads, int rounds, int seconds, int warmUpSeconds) {
    Extent {
      loads = List.copyOf(loads);
    }
  }

  /** Rounds are interleaved, so that whatever else the machine does meets all rows alike. */
  List<TapSample> run(Extent extent, BenchProgress progress) {
    warmUp(extent, progress);
    List<TapSample> samples = new ArrayList<>();
    for (int round = 0; round < extent.rounds(); round++) {
      for (TapLoad load : extent.loads()) {
        for (Contender contender : of(load)) {
          progress.step(
              "round %d of %d: %s, %s"
                  .formatted(round + 1, extent.rounds(), load.label(), contender.row().label()));
          samples.add(sample(contender, load, round, extent.seconds()));
        }
      }
    }
    return samples;
  }

  /** What every row is sent before it is measured: so the compiler has seen all that is. */
  static List<TapLoad> warmUps() {
    return Stream.of(TapLoad.Kind.values())
        .map(kind -> new TapLoad(kind, TapLoad.MANY_CARDS, WARM_UP_CONNECTIONS))
        .toList();
  }

  private void warmUp(Extent extent, BenchProgress progress) {
    for (TapLoad load : warmUps()) {
      for (Contender contender : of(load)) {
        progress.step("warming up: " + contender.row().label());
        sample(contender, load, extent.rounds(), extent.warmUpSeconds());
      }
    }
  }

  private List<Contender> of(TapLoad load) {
    return contenders.stream().filter(contender -> contender.row().takes(load)).toList();
  }

  private TapSample sample(Contender contender, TapLoad load, int round, int seconds) {
    List<BenchCard> cards = deck.of(load, round);
    Wrk.Aim aim = new Wrk.Aim(cards, CardDeck.firstCounter(round), round);
    Instant begin = clock.instant();
    Duration core = CoreTime.of(contender.processes());
    Wrk.Result result = wrk.run(contender.server().url(), load.connections(), seconds, aim);
    Duration spent = CoreTime.of(contender.processes()).minus(core);
    return new TapSample(contender.row(), load, result, spent, count(contender, cards, begin));
  }

  private Optional<StoredTaps.Count> count(
      Contender contender, List<BenchCard> cards, Instant from) {
    return contender
        .stored()
        .map(stored -> stored.of(cards, from, clock.instant().plus(AFTERWARDS)));
  }
}
