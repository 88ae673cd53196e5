package tapwright.server.main.installation;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.server.app.IdSource;
import tapwright.server.app.access.CheckKeys;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.record.Ledger;
import tapwright.server.security.Keys;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.postgres.PostgresStore;
import tapwright.server.store.sqlite.SqliteStore;

/**
 * What a command of this installation works with: its folder, keys, clock, chance and record.
 *
 * @param folder where its state lies
 * @param database where the record is
 */
public record Installation(
    Path folder,
    RecordUrl database,
    Keys keys,
    InstantSource clock,
    SecureRandom random,
    IdSource ids,
    Ledger store)
    implements AutoCloseable {

  /** As fine as the record keeps instants, so that what is read back equals what was answered. */
  public static final InstantSource CLOCK = () -> Instant.now().truncatedTo(ChronoUnit.MICROS);

  /** The record's file, where no other is named. */
  public static final String DATABASE = "tapwright.db";

  /**
   * Opens the installation, and makes it when it is new.
   *
   * @param jdbcUrl of the record, where it shall not lie in the state folder
   */
  public static Installation open(Optional<String> jdbcUrl) {
    Path folder =
        StateFolder.open(
            System.getenv(),
            System.getProperty("os.name"),
            Path.of(System.getProperty("user.home")));
    return open(folder, database(jdbcUrl, folder));
  }

  private static RecordUrl database(Optional<String> jdbcUrl, Path folder) {
    DatabaseLogin login = DatabaseLogin.of(System.getenv());
    return login.at(
        login
            .url(jdbcUrl)
            .map(Installation::parsed)
            .orElse(RecordUrl.ofFile(folder.resolve(DATABASE))));
  }

  private static RecordUrl parsed(String jdbcUrl) {
    return RecordUrl.parse(jdbcUrl)
        .orElseThrow(
            () ->
                new ServerFault(
                    "--db is "
                        + RecordUrl.shown(jdbcUrl)
                        + ", allowed are jdbc:sqlite:FILE and jdbc:postgresql://HOST/NAME"));
  }

  /** Opens the record at the URL with the keys of the folder. */
  public static Installation open(Path folder, RecordUrl database) {
    SecureRandom random = new SecureRandom();
    Ledger store = store(database, random);
    try {
      Keys keys = keys(folder, store, random);
      FirstSeller.ensure(store, CLOCK).join();
      return new Installation(
          folder, database, keys, CLOCK, random, () -> CardId.draw(random).toString(), store);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** The record at the URL; made where it is new. */
  public static Ledger store(RecordUrl url, SecureRandom random) {
    return switch (url.engine()) {
      case SQLITE -> SqliteStore.open(url.jdbc());
      case POSTGRESQL -> PostgresStore.open(url, StoreMeans.ofThisProcess(random));
    };
  }

  /**
   * The keys of the folder, which must be those that the record was made with: what one node sealed
   * has to open on all.
   *
   * <p>Keys are drawn for a new record only, so that none are drawn where they have to be brought.
   */
  private static Keys keys(Path folder, Ledger store, SecureRandom random) {
    CheckKeys check = new CheckKeys(store, CLOCK);
    Keys keys =
        check.isKnown().join() ? MasterKey.existing(folder) : MasterKey.open(folder, random);
    if (!check.fit(keys.check()).join()) {
      throw new ServerFault(
          folder.resolve(MasterKey.FILE_NAME)
              + " is not the key that this record was made with; put the master.key of an"
              + " installation that works on it there");
    }
    return keys;
  }

  /** Where the record is, as people are told: the file, or the URL without what is secret in it. */
  public String shown() {
    return switch (database.engine()) {
      case SQLITE -> database.file().toString();
      case POSTGRESQL -> database.toString();
    };
  }

  @Override
  public void close() {
    store.close();
  }
}
