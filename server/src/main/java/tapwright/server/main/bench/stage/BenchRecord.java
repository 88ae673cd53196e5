package tapwright.server.main.bench.stage;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tapwright.server.record.Ledger;
import tapwright.server.store.postgres.PostgresStore;
import tapwright.server.store.sqlite.SqliteStore;

/**
 * A record that servers work on while it is looked into from here.
 *
 * @param url what a server is given as {@code --db}
 * @param environment what a server is given beside it
 * @param processes of the database; none where it runs in the server or is not ours
 * @param closing closes what looks into it
 */
public record BenchRecord(
    String url,
    Map<String, String> environment,
    List<ProcessHandle> processes,
    Ledger ledger,
    Runnable closing)
    implements Part {

  public BenchRecord {
    environment = Map.copyOf(environment);
    processes = List.copyOf(processes);
  }

  /** A new file in the folder. */
  public static BenchRecord sqlite(Path folder, String name) {
    String url = SqliteStore.URL_PREFIX + folder.resolve(name + ".db");
    SqliteStore store = SqliteStore.open(url);
    return new BenchRecord(url, Map.of(), List.of(), store, store::close);
  }

  /**
   * In a database that is there.
   *
   * @param processes that do its work, where they are ours
   * @param means what the store needs of time and chance
   */
  public static BenchRecord postgres(
      PostgresAccess access, List<ProcessHandle> processes, PostgresStore.Means means) {
    PostgresStore store = PostgresStore.open(access.url(), means);
    return new BenchRecord(
        access.url().jdbc(), access.environment(), processes, store, store::close);
  }

  @Override
  public void close() {
    closing.run();
  }
}
