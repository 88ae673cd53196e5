package tapwright.server.store.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import tapwright.core.Refusal;
import tapwright.server.app.Answer;
import tapwright.server.record.watch.SchemaStep;
import tapwright.server.store.Opening;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.StoreRefusal;

/** The version of a record's tables, and the way to the version that this program works with. */
public final class Schema {

  /** The table that stands in a database from the first to the last step of a move into it. */
  public static final String HALF_MOVED = "half_moved";

  /** The table in which Flyway notes what it has done. */
  private static final String HISTORY = "flyway_schema_history";

  /** What holds rows, as drivers call it; what an engine keeps for itself is none of them. */
  private static final String[] KINDS = {"TABLE", "PARTITIONED TABLE", "VIEW"};

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
        url,
        () -> {
          Versions versions = versions(Migrations.flyway(url));
          return unfit(url)
              .or(() -> newer(url, versions))
              .<Answer<Versions>>map(Answer::refused)
              .orElseGet(() -> Answer.done(versions));
        });
  }

  /** The newest version that this program knows. */
  public static int known(RecordUrl url) {
    return doing(
        "reading the schema version of " + url,
        url,
        () -> number(versions(Migrations.flyway(url)).known()));
  }

  /** Brings the record to the version that this program knows; answers what it was before. */
  public static Answer<Versions> migrate(RecordUrl url) {
    Optional<Refusal> unfit = moved(url).or(() -> foreign(url));
    if (unfit.isPresent()) {
      return Answer.refused(unfit.get());
    }
    return switch (versionsToWorkOn(url)) {
      case Answer.Refused<Versions> refused -> refused;
      case Answer.Done<Versions>(Versions before) ->
          takesAway(url) ? migrateAlone(url, before) : migrateBeside(url, before);
    };
  }

  /** Whether a step that is to come does more than add, and others may work on the record. */
  private static boolean takesAway(RecordUrl url) {
    return switch (url.engine()) {
      case SQLITE -> false;
      case POSTGRESQL ->
          doing(
              "reading the schema version of " + url,
              url,
              () -> {
                MigrationInfo[] all = Migrations.flyway(url).info().all();
                return Arrays.stream(all).anyMatch(one -> one.getState().isApplied())
                    && Arrays.stream(all)
                        .filter(one -> !one.getState().isApplied())
                        .anyMatch(one -> !step(one).expands());
              });
    };
  }

  private static Answer<Versions> migrateBeside(RecordUrl url, Versions before) {
    migrateTables(url);
    return Answer.done(before);
  }

  /** Nodes that start at once all come here; the first does it, and for the others it is done. */
  private static Answer<Versions> migrateAlone(RecordUrl url, Versions before) {
    boolean alone =
        doing(
            "migrating " + url,
            url,
            () -> NodesAtWork.without(url, () -> Migrations.flyway(url).migrate()));
    return alone || !takesAway(url)
        ? migrateBeside(url, before)
        : Answer.refused(
            StoreRefusal.NODES_AT_WORK.with(
                "db", url, "seen", before.onRecord(), "allowed", before.known()));
  }

  /**
   * The versions; refused where this program cannot work on the record.
   *
   * <p>It can on one that newer programs have only added to, so that a node of the version before
   * can be started again while others are replaced.
   */
  private static Answer<Versions> versionsToWorkOn(RecordUrl url) {
    return doing(
        "reading the schema version of " + url,
        url,
        () -> {
          Flyway flyway = Migrations.flyway(url);
          Versions versions = versions(flyway);
          Optional<Refusal> refusal = unfit(url);
          if (refusal.isEmpty() && !onlyExpanded(flyway)) {
            refusal = newer(url, versions);
          }
          return refusal.<Answer<Versions>>map(Answer::refused).orElse(Answer.done(versions));
        });
  }

  private static boolean onlyExpanded(Flyway flyway) {
    return Arrays.stream(flyway.info().all())
        .filter(one -> one.getState().isApplied() && !one.getState().isResolved())
        .allMatch(one -> step(one).expands());
  }

  private static SchemaStep step(MigrationInfo one) {
    return new SchemaStep(number(one.getVersion().getVersion()), one.getDescription());
  }

  private static Optional<Refusal> moved(RecordUrl url) {
    return switch (url.engine()) {
      case SQLITE -> MovedMark.refusal(url.file());
      case POSTGRESQL -> Optional.empty();
    };
  }

  /** Why no record is made in the database: tables are there that no migration of ours made. */
  public static Optional<Refusal> foreign(RecordUrl url) {
    return doing(
        "reading the tables of " + url,
        url,
        () -> {
          try (Connection connection = url.connect()) {
            List<String> names = tables(connection);
            return names.contains(HISTORY) || names.isEmpty() || names.contains(HALF_MOVED)
                ? Optional.empty()
                : Optional.of(
                    StoreRefusal.NOT_EMPTY.with("db", url, "seen", "table " + names.getFirst()));
          }
        });
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet tables =
        connection.getMetaData().getTables(null, connection.getSchema(), "%", KINDS)) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME"));
      }
    }
    return names;
  }

  /** Makes or migrates the tables, whatever else is said of the database. */
  public static void migrateTables(RecordUrl url) {
    doing("migrating " + url, url, () -> Migrations.flyway(url).migrate());
  }

  /** Why no program may work on the record. */
  private static Optional<Refusal> unfit(RecordUrl url) {
    return isHalfMoved(url)
        ? Optional.of(StoreRefusal.HALF_MOVED.with("db", url))
        : Optional.empty();
  }

  /** That a newer program has worked on it, where one has. */
  private static Optional<Refusal> newer(RecordUrl url, Versions versions) {
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
        url,
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

  private static <T> T doing(String what, RecordUrl url, Step<T> step) {
    try {
      return step.run();
    } catch (SQLException | FlywayException e) {
      throw Opening.failed(what, url, e);
    }
  }

  /** Something that the database may fail in. */
  @FunctionalInterface
  private interface Step<T> {
    T run() throws SQLException;
  }
}
