package tapwright.server.main.installation;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.server.app.Answer;
import tapwright.server.app.IdSource;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.access.OpenKeys;
import tapwright.server.main.settings.Settings;
import tapwright.server.record.Ledger;
import tapwright.server.record.key.DataKey;
import tapwright.server.security.Keys;
import tapwright.server.security.MasterKeys;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.postgres.PostgresStore;
import tapwright.server.store.sqlite.SqliteStore;
import tapwright.server.store.upkeep.Fitness;

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
   * @param jdbcUrl of the record, where it is neither where the settings say nor in the folder
   */
  public static Installation open(Optional<String> jdbcUrl) {
    Path folder = StateFolder.open();
    return open(folder, database(DatabaseLogin.ofThisProcess(), jdbcUrl, folder));
  }

  /**
   * Opens an installation that there is. Who asks after a record that is elsewhere is told so, and
   * gets no new one that knows nothing.
   */
  public static Installation openExisting(Optional<String> jdbcUrl) {
    Path folder = StateFolder.ofThisProcess().toAbsolutePath();
    RecordUrl url = database(DatabaseLogin.ofThisProcess(), jdbcUrl, folder);
    if (Fitness.isMissing(url)) {
      throw new ServerFault(
          "there is no record %s; name yours by TAPWRIGHT_HOME, TAPWRIGHT_DB or --db"
              .formatted(url));
    }
    return open(folder, url);
  }

  /** Opens the record that the settings name, and makes it when it is new. */
  public static Installation open(Settings settings) {
    return open(StateFolder.open(), database(settings));
  }

  /** The record that the settings name, or that of the state folder. */
  public static RecordUrl database(Settings settings) {
    return database(
        DatabaseLogin.of(settings), Optional.empty(), StateFolder.ofThisProcess().toAbsolutePath());
  }

  private static RecordUrl database(DatabaseLogin login, Optional<String> jdbcUrl, Path folder) {
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

  /** Opens the record at the URL with a master key of the folder or the environment. */
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
   * The record's keys, unwrapped by a master key at hand: what one node sealed has to open on all.
   *
   * <p>A master key is drawn for a new record only, so that none is drawn where one has to be
   * brought.
   */
  private static Keys keys(Path folder, Ledger store, SecureRandom random) {
    MasterKey source = MasterKey.of(System.getenv(), folder);
    List<DataKey> atHand =
        OpenKeys.isKnown(store).join() ? source.existing() : source.openOrDraw(random);
    OpenKeys open = new OpenKeys(store, random, CLOCK);
    return switch (open.open(new MasterKeys(atHand, random)).join()) {
      case Answer.Done<DataKey>(DataKey root) -> new Keys(root);
      case Answer.Refused<DataKey> refused ->
          throw new ServerFault(source + " does not fit: " + refused.refusal().message());
    };
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
