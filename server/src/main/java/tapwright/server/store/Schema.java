package tapwright.server.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import tapwright.core.Refusal;
import tapwright.server.app.Answer;
import tapwright.server.app.StoreFault;

/** The version of a record's tables, and the way to the version that this program works with. */
public final class Schema {

  /** The table that stands in a database from the first to the last step of a move into it. */
  public static final String HALF_MOVED = "half_moved";

  private Schema() {}

  /**
   * Where a record stands.
   *
   * @param onRecord the version that it has; empty where there is no record yet
   * @param known the newest version that this program knows
   */
  public record Versions(String onRecord, String known) {

    public boolean isCurrent() {
      return onRecord.equals(known);
    }
  }

  /**
   * The versions; refused where a newer program has worked on the record or a move is unfinished.
   */
  public static Answer<Versions> versions(RecordUrl url) {
    return doing(
        "reading the schema version of " + url,
        () -> {
          Versions versions = versions(Migrations.flyway(url));
          return refusal(url, versions)
              .<Answer<Versions>>map(Answer::refused)
              .orElseGet(() -> Answer.done(versions));
        });
  }

  /** Brings the record to the version that this program knows; answers what it was before. */
  public static Answer<Versions> migrate(RecordUrl url) {
    return switch (versions(url)) {
      case Answer.Refused<Versions> refused -> refused;
      case Answer.Done<Versions> before -> {
        migrateTables(url);
        yield before;
      }
    };
  }

  /** Makes or migrates the tables, whatever else is said of the database. */
  public static void migrateTables(RecordUrl url) {
    doing("migrating " + url, () -> Migrations.flyway(url).migrate());
  }

  /** Why this program may not work on the record. */
  private static Optional<Refusal> refusal(RecordUrl url, Versions versions) throws SQLException {
    if (isHalfMoved(url)) {
      return Optional.of(StoreRefusal.HALF_MOVED.with("db", url));
    }
    return number(versions.onRecord()) > number(versions.known())
        ? Optional.of(
            StoreRefusal.SCHEMA_NEWER.with(
                "db", url, "seen", versions.onRecord(), "allowed", versions.known()))
        : Optional.empty();
  }

  /** Whether a move into the database was begun and not ended. */
  public static boolean isHalfMoved(RecordUrl url) {
    return doing(
        "reading " + url,
        () -> {
          try (Connection connection = url.connect();
              ResultSet tables = connection.getMetaData().getTables(null, null, HALF_MOVED, null)) {
            return tables.next();
          }
        });
  }

  private static int number(String version) {
    return version.isEmpty() ? 0 : Integer.parseInt(version);
  }

  private static Versions versions(Flyway flyway) {
    String onRecord = "";
    String known = "";
    for (MigrationInfo one : flyway.info().all()) {
      String version = one.getVersion().getVersion();
      if (one.getState().isApplied()) {
        onRecord = version;
      }
      if (one.getState().isResolved()) {
        known = version;
      }
    }
    return new Versions(onRecord, known);
  }

  private static <T> T doing(String what, Step<T> step) {
    try {
      return step.run();
    } catch (SQLException | FlywayException e) {
      throw new StoreFault.Unavailable(what, e);
    }
  }

  /** Something that the database may fail in. */
  @FunctionalInterface
  private interface Step<T> {
    T run() throws SQLException;
  }
}
