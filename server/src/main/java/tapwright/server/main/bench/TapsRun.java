package tapwright.server.main.bench;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import tapwright.server.store.PostgresStore;

/** One run of {@code bench taps}: sets the stage, measures, and clears everything away. */
public final class TapsRun {

  /** Long enough for the compiler to have seen what is measured; in seconds. */
  private static final int WARM_UP = 5;

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
      Profiles profiles = new Profiles(folder, settings.profiled());
      List<String> notes = new ArrayList<>();
      List<TapSample> samples = measured(folder, profiles, notes, progress);
      return new TapsReport(samples, notes, profiles.read());
    } finally {
      Folders.delete(folder);
    }
  }

  private List<TapSample> measured(
      Path folder, Profiles profiles, List<String> notes, BenchProgress progress) {
    List<TapLoad> loads = new ArrayList<>(settings.loads());
    loads.addAll(TapsBench.warmUps());
    CardDeck deck = CardDeck.draw(random, loads, settings.rounds() + 1);
    SeedCards cards = new SeedCards(deck.all(), clock.instant());
    Wrk wrk = Wrk.in(folder);
    try (TapsStage stage = new TapsStage(new Launch(mainClass, folder), profiles, cards::add)) {
      progress.step("starting the servers");
      startBare(stage);
      stage.startOnSqlite(rows(TapRow.SQLITE, TapRow.SQLITE_SINGLE));
      startOnPostgres(stage, notes);
      return new TapsBench(stage.contenders(), deck, wrk, clock)
          .run(
              new TapsBench.Extent(
                  settings.loads(),
                  settings.rounds(),
                  settings.seconds(),
                  Math.min(WARM_UP, settings.seconds())),
              progress);
    }
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
