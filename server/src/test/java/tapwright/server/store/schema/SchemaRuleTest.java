package tapwright.server.store.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.house.RefusalPage;
import tapwright.server.app.Answer;
import tapwright.server.record.StoreFault;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.StoreRefusal;
import tapwright.server.store.sqlite.SqliteStore;

/** Which changes of the tables a program lives with that does not know of them. */
class SchemaRuleTest {

  private static final Path MIGRATIONS =
      RefusalPage.projectFolder()
          .resolve("server/src/main/resources/tapwright/server/store/migrations");

  /** The last version before the rule. */
  private static final int UNMARKED = 10;

  private static final Pattern NAME = Pattern.compile("V(\\d+)__(\\w+)\\.sql");

  /** What takes something away from programs that know it. */
  private static final Pattern TAKES_AWAY =
      Pattern.compile("\\b(DROP (TABLE|COLUMN)|RENAME|ALTER COLUMN|SET NOT NULL)\\b");

  @TempDir private Path folder;

  /** A record on which a program has worked that made this step more. */
  private RecordUrl made(String newerStep) throws SQLException {
    RecordUrl record = RecordUrl.ofFile(folder.resolve("record.db"));
    SqliteStore.open(record.jdbc()).close();
    try (Connection connection = record.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
              + " checksum, installed_by, installed_on, execution_time, success) VALUES"
              + " (900, '900', '%s', 'SQL', 'V900', 1, 'test', CURRENT_TIMESTAMP, 1, 1)"
                  .formatted(newerStep));
    }
    return record;
  }

  @Test
  void recordThatWasOnlyAddedTo_isWorkedOn() throws SQLException {
    RecordUrl record = made("expand more columns");

    assertInstanceOf(Answer.Done.class, Schema.migrate(record));
    try (SqliteStore store = SqliteStore.open(record.jdbc())) {
      assertEquals(0, store.readAcrossSellers(records -> records.sellers().all().size()).join());
    }
  }

  /** What is kept elsewhere holds all there is: that takes the program that knows it. */
  @Test
  void recordThatWasOnlyAddedTo_isNotCopiedByAnOlderProgram() throws SQLException {
    RecordUrl record = made("expand more columns");

    Answer.Refused<?> refused = assertInstanceOf(Answer.Refused.class, Schema.versions(record));
    assertEquals(StoreRefusal.SCHEMA_NEWER, refused.refusal().code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"contract old columns", "more columns", "expanded columns"})
  void recordThatMayMissSomething_isRefused(String step) throws SQLException {
    RecordUrl record = made(step);

    Answer.Refused<?> refused = assertInstanceOf(Answer.Refused.class, Schema.migrate(record));
    assertEquals(StoreRefusal.SCHEMA_NEWER, refused.refusal().code());
    StoreFault.Unfit unfit =
        assertThrows(StoreFault.Unfit.class, () -> SqliteStore.open(record.jdbc()));
    assertTrue(String.valueOf(unfit.getMessage()).contains("900"));
  }

  @Test
  void migrations_sayWhetherTheyOnlyAdd() throws IOException {
    List<String> faults = new ArrayList<>();
    try (Stream<Path> files = Files.walk(MIGRATIONS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        fault(file.getFileName().toString(), Files.readString(file)).ifPresent(faults::add);
      }
    }

    assertEquals(List.of(), faults);
  }

  @Test
  void fault_isFoundInNamesAndStatements() {
    assertTrue(fault("V11__more.sql", "").isPresent());
    assertTrue(fault("V11__expand_more.sql", "ALTER TABLE card DROP COLUMN target;").isPresent());
    assertTrue(fault("V11__expand_more.sql", "alter table card rename to cards;").isPresent());
    assertTrue(fault("V11__expand_more.sql", "-- DROP TABLE is not for us\n").isEmpty());
    assertTrue(fault("V11__contract_less.sql", "DROP TABLE card;").isEmpty());
    assertTrue(fault("V10__share_page.sql", "DROP TABLE card;").isEmpty());
  }

  private static Optional<String> fault(String name, String statements) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return Optional.of(name + " is no V<number>__<words>.sql");
    }
    String words = parts.group(2);
    boolean expands = words.startsWith("expand_");
    if (Integer.parseInt(parts.group(1)) > UNMARKED && !expands && !words.startsWith("contract_")) {
      return Optional.of(name + " begins neither with expand_ nor with contract_");
    }
    String bare = statements.replaceAll("--.*", "").toUpperCase(Locale.ROOT);
    Matcher taken = TAKES_AWAY.matcher(bare);
    return expands && taken.find()
        ? Optional.of(name + " says " + taken.group() + "; call it contract_")
        : Optional.empty();
  }
}
