package tapwright.server.main.bench.taps;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tapwright.server.main.bench.load.BenchCard;
import tapwright.server.main.bench.load.SeedCards;
import tapwright.server.main.bench.load.StoredTaps;
import tapwright.server.main.bench.stage.BenchRecord;
import tapwright.server.main.bench.stage.Launch;
import tapwright.server.main.bench.stage.Part;
import tapwright.server.main.bench.stage.ServerProcess;
import tapwright.server.main.serve.HitPath;
import tapwright.server.record.Ledger;

/** The servers of one run, each in a process of its own, on records with the same cards. */
final class TapsStage implements Part {

  private final Launch launch;
  private final Profiles profiles;
  private final Consumer<Ledger> seeding;
  private final Deque<ServerProcess> servers = new ArrayDeque<>();
  private final Deque<Part> open = new ArrayDeque<>();
  private final List<BenchRecord> records = new ArrayList<>();
  private final List<Contender> contenders = new ArrayList<>();

  /**
   * A stage without servers.
   *
   * @param seeding puts the cards on a record
   */
  TapsStage(Launch launch, Profiles profiles, Consumer<Ledger> seeding) {
    this.launch = launch;
    this.profiles = profiles;
    this.seeding = seeding;
  }

  /** The servers, in the order of their rows. */
  List<Contender> contenders() {
    return List.copyOf(contenders);
  }

  void startBare() {
    ServerProcess server =
        started(launch.bare("bare", SeedCards.TARGET, profiles.options(TapRow.BARE)));
    contenders.add(new Contender(TapRow.BARE, server, Optional.empty(), List.of(server.process())));
  }

  /** Each row on a file of its own, which one server alone may open. */
  void startOnSqlite(Set<TapRow> rows) {
    for (TapRow row : rows) {
      start(row, seeded(BenchRecord.sqlite(launch.folder(), name(row))));
    }
  }

  /** All rows as nodes of one database. */
  void startOnDatabase(Set<TapRow> rows, BenchRecord database) {
    BenchRecord record = seeded(database);
    rows.forEach(row -> start(row, record));
  }

  private BenchRecord seeded(BenchRecord record) {
    opened(record);
    records.add(record);
    seeding.accept(record.ledger());
    return record;
  }

  private void start(TapRow row, BenchRecord record) {
    List<String> options = new ArrayList<>(profiles.options(row));
    if (row.isSingle()) {
      options.add("-D" + HitPath.HITS_A_COMMIT + "=1");
    }
    ServerProcess server = started(launch.server(name(row), record, options));
    List<ProcessHandle> processes = new ArrayList<>(record.processes());
    processes.add(server.process());
    contenders.add(
        new Contender(row, server, Optional.of(new StoredTaps(record.ledger())), processes));
  }

  /** Closes it with the stage, after what was opened later. */
  <T extends Part> T opened(T one) {
    open.push(one);
    return one;
  }

  private static String name(TapRow row) {
    return row.name().toLowerCase(Locale.ROOT);
  }

  private ServerProcess started(ServerProcess server) {
    servers.push(server);
    return server;
  }

  /** Lets the servers store what they have taken, and end; their records stay open. */
  void stopServers() {
    while (!servers.isEmpty()) {
      servers.pop().close();
    }
  }

  /** Of all records, once no server works on them. */
  List<String> wronglyRolledUp(List<BenchCard> cards, Instant from, Instant to) {
    return records.stream()
        .map(record -> new StoredTaps(record.ledger()))
        .flatMap(stored -> stored.wronglyRolledUp(cards, from, to).stream())
        .toList();
  }

  @Override
  public void close() {
    stopServers();
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }
}
