package tapwright.server.main.bench.record;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.main.bench.load.BenchCard;
import tapwright.server.main.bench.load.CardDeck;
import tapwright.server.main.bench.load.SeedCards;
import tapwright.server.main.bench.load.Wrk;
import tapwright.server.main.bench.stage.BenchProgress;
import tapwright.server.main.bench.stage.BenchRecord;
import tapwright.server.main.bench.stage.Launch;
import tapwright.server.main.bench.stage.ServerProcess;
import tapwright.server.main.bench.taps.TapsTable;
import tapwright.server.record.Ledger;
import tapwright.server.record.hit.UsageCount;

/** Loads a record with taps and measures it: what it takes, decisions, and taps on top. */
final class RecordBench {

  /** As long as the instants of taps are kept by default. */
  static final Duration LENGTH = Duration.ofDays(400);

  /** How many taps the busiest card has, where others have as many. */
  private static final long BUSIEST = 1_000_000;

  private static final int CONNECTIONS = 32;

  /** In seconds. */
  private static final int WARM_UP = 5;

  private final RecordMeans means;
  private final Launch launch;
  private final Wrk wrk;
  private final RecordCards cards;
  private final Instant begin;

  RecordBench(RecordMeans means, Launch launch, Instant now) {
    this.means = means;
    this.launch = launch;
    this.wrk = Wrk.in(launch.folder());
    this.cards = RecordCards.draw(means.store().random());
    this.begin = now.minus(LENGTH);
  }

  /** What is measured of one record. */
  record Task(RecordPlace place, long taps, int seconds) {

    long busiest() {
      return Math.min(taps, BUSIEST);
    }

    long all() {
      return taps + busiest();
    }

    String label() {
      return place.label() + ", " + TapsTable.grouped(all()) + " taps";
    }
  }

  /** Makes the record with its cards, and loads it; how long the taps took. */
  long load(Task task, BenchProgress progress, List<String> mismatches) {
    try (BenchRecord record = task.place().open(task.taps())) {
      new SeedCards(cards.all(), begin).add(record.ledger());
      TapLoader loader =
          new TapLoader(means.desk().apply(record.ledger()), RecordMeans.WAITING, progress);
      long start = means.store().nanos().getAsLong();
      load(loader, task.label() + ", busiest card", List.of(cards.busiest()), task.busiest());
      load(loader, task.label() + ", other cards", cards.many(), task.taps());
      long took = means.store().nanos().getAsLong() - start;
      compare(task, record.ledger(), mismatches);
      return took;
    }
  }

  private void load(TapLoader loader, String what, List<BenchCard> some, long count) {
    TapHistory history = new TapHistory(some, begin, LENGTH, means.store().random());
    loader.load(what, count, place -> history.tap(place, count));
  }

  private void compare(Task task, Ledger ledger, List<String> mismatches) {
    long onRecord =
        ledger
            .readAcrossSellers(
                records ->
                    cards.all().stream()
                        .flatMap(card -> records.hits().usage(FirstSeller.ID, card.id()).stream())
                        .mapToLong(UsageCount::count)
                        .sum())
            .join();
    if (onRecord != task.all()) {
      mismatches.add(task.label() + ": " + onRecord + " on record");
    }
  }

  /** Measures a record that was loaded; it has more taps afterwards. */
  RecordFigure measure(Task task, RecordFigure.Load load, BenchProgress progress) {
    progress.step(task.label() + ": decisions");
    try (BenchRecord record = task.place().open(task.taps())) {
      RecordFigure.Decision decision = decisions(record.ledger());
      progress.step(task.label() + ": taps on top");
      return new RecordFigure(
          task.place().label(),
          new RecordFigure.Extent(task.all(), task.busiest()),
          load,
          decision,
          answered(task, record));
    }
  }

  private RecordFigure.Decision decisions(Ledger ledger) {
    DecisionTimes times = new DecisionTimes(means.decisions().apply(ledger), means.store().nanos());
    Instant middle = begin.plus(LENGTH.dividedBy(2));
    return new RecordFigure.Decision(
        times.median(cards.quiet(), middle), times.median(cards.busiest(), middle));
  }

  /** After a run for the compiler, which a cold server may need for its first answer. */
  private Wrk.Result answered(Task task, BenchRecord record) {
    try (ServerProcess server = launch.server("record", record, List.of())) {
      wrk.run(server.url(), CONNECTIONS, Math.max(WARM_UP, task.seconds()), aim(task, 0));
      return wrk.run(server.url(), CONNECTIONS, task.seconds(), aim(task, 1));
    }
  }

  /** Beyond all counters that were loaded: twice the average is more than any card has got. */
  private Wrk.Aim aim(Task task, int round) {
    int loaded = (int) (2 * task.taps() / cards.many().size());
    return new Wrk.Aim(cards.many(), loaded + CardDeck.firstCounter(round), round);
  }
}
