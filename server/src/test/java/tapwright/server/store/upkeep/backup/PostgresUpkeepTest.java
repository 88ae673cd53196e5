package tapwright.server.store.upkeep.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.core.policy.library.Packs;
import tapwright.server.app.Answer;
import tapwright.server.postgres.PostgresServer;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.StoreRefusal;
import tapwright.server.store.sqlite.SqliteStore;
import tapwright.server.store.upkeep.Progress;
import tapwright.server.store.upkeep.RecordTables;
import tapwright.server.store.upkeep.SampleRecord;
import tapwright.server.store.upkeep.Session;
import tapwright.server.store.upkeep.audit.Check;
import tapwright.server.store.upkeep.audit.CheckResult;
import tapwright.server.store.upkeep.audit.RecordAudit;
import tapwright.server.store.upkeep.move.Move;

/** Checks and backups of a record on PostgreSQL, where it came by a move. */
@Tag("postgres")
class PostgresUpkeepTest {

  private static final BackupNote.Made MADE =
      new BackupNote.Made("1.2.3", Instant.parse("2026-04-01T00:00:00Z"));

  @TempDir private Path folder;
  private RecordUrl url;

  @BeforeEach
  void fill() {
    RecordUrl file = RecordUrl.ofFile(folder.resolve("sample.db"));
    try (SqliteStore store = SqliteStore.open(file.jdbc())) {
      SampleRecord.in(store, 41).withCards(3).withHits(600).withClaims(2);
    }
    url = empty();
    assertTrue(done(new Move(file, url, Packs.shipped(), Progress.SILENT).run(false)).isEqual());
  }

  private static RecordUrl empty() {
    return RecordUrl.parse(PostgresServer.shared().createDatabase()).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          ENGINE        ; UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'card_of_order'::regclass
          REFERENCES    ; UPDATE pg_constraint SET convalidated = false WHERE conname = 'card_seller_fkey'
          REFERENCES LIVE_CHIPS ; DELETE FROM card
          READ_COUNTERS ; UPDATE read_counter SET missed = missed + 1
          USED_COUNTERS TAPS_ONCE ; UPDATE used_counter SET bits = 0
          TAPS_ONCE     ; UPDATE hit SET counter = 3 WHERE class = 'tap' AND counter > 2
          USED_COUNTERS COUNTER_GAPS ROLL_UPS ; DELETE FROM hit WHERE class = 'tap'
          ROLL_UPS      ; UPDATE usage_day SET hits = hits + 1
          CARD_EVENTS   ; DELETE FROM card_event WHERE version = 1
          LIVE_CHIPS    ; DELETE FROM live_uid
          DECISIONS     ; UPDATE claim SET facts = 'nothing'
          """)
  void plantedCorruption_isFoundAndNamed(String checks, String corruption) throws SQLException {
    try (Connection connection = url.connect();
        Statement statement = connection.createStatement()) {
      // Neither triggers nor foreign keys are looked after in this role.
      statement.execute("SET session_replication_role = replica");
      statement.execute(corruption);
    }
    Set<Check> expected =
        List.of(checks.strip().split(" ")).stream()
            .map(Check::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Check.class)));

    assertEquals(expected, differing(url));
  }

  private static Set<Check> differing(RecordUrl url) {
    return done(RecordAudit.run(url, Packs.shipped(), Progress.SILENT)).stream()
        .filter(result -> !result.inOrder())
        .map(CheckResult::check)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Check.class)));
  }

  @Test
  void whatIsRestored_isTheRecordThatWasBackedUp() {
    Path file = folder.resolve("record.backup");
    BackupNote note = done(Backups.make(alone(url), file, MADE, false));
    RecordUrl restored = empty();

    assertEquals(RecordUrl.Engine.POSTGRESQL, note.engine());
    assertEquals(note, done(Backups.note(file)));
    assertEquals(note, done(Backups.restore(file, note, restored)));
    assertEquals(Set.of(), differing(restored));
    try (Session before = Session.reading(url);
        Session after = Session.reading(restored)) {
      assertEquals(RecordTables.counts(before), RecordTables.counts(after));
    }
  }

  @Test
  void aDatabaseThatHoldsSomething_isNotRestoredInto() {
    Path file = folder.resolve("record.backup");
    BackupNote note = done(Backups.make(alone(url), file, MADE, false));

    assertEquals(StoreRefusal.NOT_EMPTY, refused(Backups.restore(file, note, url)));
  }

  @Test
  void aToolThatIsNotThere_isNamedWithItsPackage() {
    var refusal = new PostgresTools(url).run("pg_no_such_tool", List.of()).orElseThrow();

    assertEquals(StoreRefusal.TOOL_MISSING, refusal.code());
    assertTrue(refusal.message().contains("apt-get install postgresql-client"));
  }

  private static <T> T done(Answer<T> answer) {
    if (answer instanceof Answer.Refused<T> refused) {
      throw new AssertionError(refused.refusal());
    }
    return ((Answer.Done<T>) answer).value();
  }

  private static Object refused(Answer<?> answer) {
    return ((Answer.Refused<?>) answer).refusal().code();
  }

  /** Where no hits wait for the record. */
  private static Backups.Source alone(RecordUrl url) {
    return new Backups.Source(url, List.of());
  }
}
