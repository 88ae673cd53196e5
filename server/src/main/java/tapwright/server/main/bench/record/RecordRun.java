package tapwright.server.main.bench.record;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tapwright.server.main.bench.stage.BenchProgress;
import tapwright.server.main.bench.stage.Folders;
import tapwright.server.main.bench.stage.Launch;
import tapwright.server.main.bench.stage.Passwords;
import tapwright.server.main.bench.stage.PostgresPrograms;
import tapwright.server.main.bench.stage.PrivatePostgres;

/** One run of {@code bench record}: records of each size on each engine, side by side. */
public final class RecordRun {

  private final RecordSettings settings;
  private final RecordMeans means;
  private final Instant now;
  private final List<RecordFigure> figures = new ArrayList<>();
  private final List<String> mismatches = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** A run. */
  public RecordRun(RecordSettings settings, RecordMeans means) {
    this.settings = settings;
    this.means = means;
    this.now = means.store().clock().instant();
  }

  public RecordReport run(BenchProgress progress) {
    Path folder =
        settings
            .kept()
            .map(Folders::emptyOrNew)
            .orElseGet(() -> Folders.temporary("tapwright-bench"));
    try {
      RecordBench bench = new RecordBench(means, new Launch(means.mainClass(), folder), now);
      measure(bench, new RecordPlace.InFolder(folder), progress);
      onPostgres(bench, progress);
      return new RecordReport(figures, mismatches, notes);
    } finally {
      if (settings.kept().isEmpty()) {
        Folders.delete(folder);
      }
    }
  }

  private void onPostgres(RecordBench bench, BenchProgress progress) {
    Optional<PostgresPrograms> programs = PostgresPrograms.newest();
    if (programs.isEmpty()) {
      notes.add(PostgresPrograms.MISSING);
      return;
    }
    try (PrivatePostgres cluster =
        PrivatePostgres.start(programs.get(), Passwords.draw(means.store().random()))) {
      measure(bench, new RecordPlace.InCluster(cluster, means.store()), progress);
    }
  }

  /** An empty record first: what the others take beyond it is the taps'. */
  private void measure(RecordBench bench, RecordPlace place, BenchProgress progress) {
    long emptyBytes = 0;
    List<Long> sizes = new ArrayList<>(settings.taps());
    sizes.addFirst(0L);
    for (long taps : sizes) {
      RecordBench.Task task = new RecordBench.Task(place, taps, settings.seconds());
      long nanos = bench.load(task, progress, mismatches);
      long bytes = place.bytes(taps);
      emptyBytes = taps == 0 ? bytes : emptyBytes;
      figures.add(bench.measure(task, new RecordFigure.Load(nanos, bytes, emptyBytes), progress));
    }
  }
}
