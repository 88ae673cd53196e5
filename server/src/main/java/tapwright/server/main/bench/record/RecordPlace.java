package tapwright.server.main.bench.record;

import java.nio.file.Path;
import java.util.List;
import tapwright.server.main.bench.stage.BenchRecord;
import tapwright.server.main.bench.stage.Folders;
import tapwright.server.main.bench.stage.PrivatePostgres;
import tapwright.server.store.postgres.PostgresStore;

/** Where records of several sizes lie side by side. */
sealed interface RecordPlace {

  /** The engine, as it is shown. */
  String label();

  /** The record that is to hold so many taps; made when it is not there. */
  BenchRecord open(long taps);

  /** How much the record takes, once nothing works on it. */
  long bytes(long taps);

  /** A file for each in a folder. */
  record InFolder(Path folder) implements RecordPlace {

    @Override
    public String label() {
      return "SQLite";
    }

    @Override
    public BenchRecord open(long taps) {
      return BenchRecord.sqlite(folder, name(taps));
    }

    @Override
    public long bytes(long taps) {
      return Folders.bytes(folder.resolve(name(taps) + ".db"));
    }
  }

  /**
   * A database for each in a cluster.
   *
   * @param means what the store needs of time and chance
   */
  record InCluster(PrivatePostgres cluster, PostgresStore.Means means) implements RecordPlace {

    @Override
    public String label() {
      return "PostgreSQL";
    }

    @Override
    public BenchRecord open(long taps) {
      if (cluster.makeDatabase(name(taps))) {
        makeMonths(taps);
      }
      return BenchRecord.postgres(cluster.access(name(taps)), List.of(cluster.process()), means);
    }

    @Override
    public long bytes(long taps) {
      return cluster.bytes(name(taps));
    }

    /** The store partitions what is to come; so it is opened once at the time of the first tap. */
    private void makeMonths(long taps) {
      PostgresStore.Means then =
          new PostgresStore.Means(
              () -> means.clock().instant().minus(RecordBench.LENGTH),
              means.nanos(),
              means.random(),
              means.waiter());
      PostgresStore.open(cluster.access(name(taps)).url(), then).close();
    }
  }

  private static String name(long taps) {
    return "taps" + taps;
  }
}
