package tapwright.server.main.bench.taps;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import tapwright.server.main.bench.load.CardDeck;
import tapwright.server.main.bench.load.SeedCards;
import tapwright.server.main.bench.load.TapLoad;
import tapwright.server.main.bench.load.Wrk;
import tapwright.server.main.bench.stage.BenchProgress;
import tapwright.server.main.bench.stage.BenchRecord;
import tapwright.server.main.bench.stage.Folders;
import tapwright.server.main.bench.stage.Launch;
import tapwright.server.main.bench.stage.Passwords;
import tapwright.server.main.bench.stage.PostgresPrograms;
import tapwright.server.main.bench.stage.PrivatePostgres;
import tapwright.server.store.postgres.PostgresStore;

/** One run of {@code bench taps}: sets the stage, measures, and clears everything away. */
public final class TapsRun {

  /** Long enough for the compiler to have seen what is measured; in seconds. */
  private static final int WARM_UP = 8;

  /** A cold server on a busy machine may need as long for its first answer. */
  private static final int SHORTEST_WARM_UP = 2;

  private final TapsSettings settings;
  private final String mainClass;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final PostgresStore.Means means;

  /**
   * A run.
   *
   * @param mainClass what a server is started with
   * @param means time and chance; cards and passwords are drawn from it too
   */
  public TapsRun(TapsSettings settings, String mainClass, PostgresStore.Means means) {
    this.settings = settings;
    this.mainClass = mainClass;
    this.clock = means.clock();
    this.random = means.random();
    this.means = means;
  }

  public TapsReport run(BenchProgress progress) {
    Path folder = Folders.temporary("tapwright-bench");
    try {
      return measured(folder, progress);
    } finally {
      Folders.delete(folder);
    }
  }

  private TapsReport measured(Path folder, BenchProgress progress) {
    Profiles profiles = new Profiles(folder, settings.profiled());
    Wrk wrk = Wrk.in(folder);
    CardDeck deck = deck();
    Instant begin = clock.instant();
    SeedCards cards = new SeedCards(deck.all(), begin);
    try (TapsStage stage = new TapsStage(new Launch(mainClass, folder), profiles, cards::add)) {
      progress.step("starting the servers");
      List<String> notes = start(stage);
      List<TapSample> samples =
          new TapsBench(stage.contenders(), deck, wrk, clock).run(extent(), progress);
      progress.step("comparing the roll-ups with the hits");
      stage.stopServers();
      List<String> wrong = stage.wronglyRolledUp(deck.all(), begin, clock.instant());
      return new TapsReport(samples, new TapsReport.Remarks(notes, wrong), profiles.read());
    }
  }

  private CardDeck deck() {
    List<TapLoad> loads = new ArrayList<>(settings.loads());
    loads.addAll(TapsBench.warmUps());
    return CardDeck.draw(random, loads, settings.rounds() + 1);
  }

  private TapsBench.Extent extent() {
    return new TapsBench.Extent(
        settings.loads(),
        settings.rounds(),
        settings.seconds(),
        Math.clamp(settings.seconds(), SHORTEST_WARM_UP, WARM_UP));
  }

  /** What is to be remarked of it. */
  private List<String> start(TapsStage stage) {
    List<String> notes = new ArrayList<>();
    startBare(stage);
    stage.startOnSqlite(rows(TapRow.SQLITE, TapRow.SQLITE_SINGLE));
    startOnPostgres(stage, notes);
    return notes;
  }

  private void startBare(TapsStage stage) {
    if (settings.rows().contains(TapRow.BARE)) {
      stage.startBare();
    }
  }

  private void startOnPostgres(TapsStage stage, List<String> notes) {
    Set<TapRow> rows = rows(TapRow.POSTGRES, TapRow.POSTGRES_SINGLE);
    Optional<PostgresPrograms> programs = PostgresPrograms.newest();
    if (rows.isEmpty()) {
      return;
    }
    if (settings.postgres().isPresent()) {
      stage.startOnDatabase(
          rows, BenchRecord.postgres(settings.postgres().get(), List.of(), means));
      notes.add("core time of rows on PostgreSQL is without the database, which is not ours");
    } else if (programs.isPresent()) {
      PrivatePostgres postgres =
          stage.opened(PrivatePostgres.start(programs.get(), Passwords.draw(random)));
      stage.startOnDatabase(
          rows,
          BenchRecord.postgres(
              postgres.access(PrivatePostgres.FIRST_DATABASE), List.of(postgres.process()), means));
    } else {
      notes.add(PostgresPrograms.MISSING + ", and no empty database is named by --postgres");
    }
  }

  private Set<TapRow> rows(TapRow one, TapRow other) {
    Set<TapRow> rows = EnumSet.of(one, other);
    rows.retainAll(settings.rows());
    return rows;
  }
}
