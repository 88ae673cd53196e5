package tapwright.server.main;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.server.app.FirstSeller;
import tapwright.server.app.IdSource;
import tapwright.server.security.Keys;
import tapwright.server.store.SqliteStore;

/**
 * What a command of this installation works with: its folder, keys, clock, chance and record.
 *
 * @param folder where its state lies
 * @param database the file of the record
 */
record Installation(
    Path folder,
    Path database,
    Keys keys,
    InstantSource clock,
    SecureRandom random,
    IdSource ids,
    SqliteStore store)
    implements AutoCloseable {

  /** As fine as the record keeps instants, so that what is read back equals what was answered. */
  static final InstantSource CLOCK = () -> Instant.now().truncatedTo(ChronoUnit.MICROS);

  /** The record's file, where no other is named. */
  static final String DATABASE = "tapwright.db";

  /**
   * Opens the installation, and makes it when it is new.
   *
   * @param jdbcUrl of the record, where it shall not lie in the state folder
   */
  static Installation open(Optional<String> jdbcUrl) {
    Path folder =
        StateFolder.open(
            System.getenv(),
            System.getProperty("os.name"),
            Path.of(System.getProperty("user.home")));
    Path database = jdbcUrl.map(Installation::file).orElse(folder.resolve(DATABASE));
    SecureRandom random = new SecureRandom();
    Keys keys = MasterKey.open(folder, random);
    SqliteStore store = SqliteStore.open(jdbcUrl.orElse(SqliteStore.URL_PREFIX + database));
    FirstSeller.ensure(store, CLOCK).join();
    return new Installation(
        folder, database, keys, CLOCK, random, () -> CardId.draw(random).toString(), store);
  }

  /** The file that a URL names, without what may be asked of it behind a question mark. */
  static Path file(String jdbcUrl) {
    if (!jdbcUrl.startsWith(SqliteStore.URL_PREFIX)) {
      throw new ServerFault(
          "--db is " + jdbcUrl + ", allowed is " + SqliteStore.URL_PREFIX + "FILE");
    }
    return Path.of(jdbcUrl.substring(SqliteStore.URL_PREFIX.length()).split("\\?", 2)[0])
        .toAbsolutePath();
  }

  @Override
  public void close() {
    store.close();
  }
}
