package tapwright.server.store.upkeep.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.core.policy.library.Packs;
import tapwright.server.app.Answer;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.StoreRefusal;
import tapwright.server.store.sqlite.SqliteStore;
import tapwright.server.store.upkeep.Progress;
import tapwright.server.store.upkeep.SampleRecord;
import tapwright.server.store.upkeep.Session;

class RecordAuditTest {

  private static final int HITS = 1_500;

  @TempDir private Path folder;
  private RecordUrl url;

  @BeforeEach
  void fill() {
    url = RecordUrl.ofFile(folder.resolve("sample.db"));
    try (SqliteStore store = SqliteStore.open(url.jdbc())) {
      SampleRecord.in(store, 11).withCards(4).withHits(HITS).withClaims(3).withWork();
    }
  }

  @Test
  void aRecordThatWasOnlyEverWorkedOn_isInOrderInEveryCheck() {
    List<CheckResult> results = audit();

    assertEquals(List.of(Check.values()), results.stream().map(CheckResult::check).toList());
    assertEquals(List.of(), results.stream().filter(result -> !result.inOrder()).toList());
    results.forEach(result -> assertTrue(result.count() > 0, result.toString()));
    assertEquals(3, of(results, Check.DECISIONS).count());
    assertEquals(4, of(results, Check.READ_COUNTERS).count());
  }

  @Test
  void beside_aServerThatTakesHits_oneStateIsSeen() throws InterruptedException {
    try (SqliteStore store = SqliteStore.open(url.jdbc())) {
      SampleRecord more = SampleRecord.in(store, 12).withCards(2);
      Thread server = Thread.ofPlatform().start(() -> more.withHits(HITS));
      do {
        assertEquals(Set.of(), differing());
      } while (server.isAlive());
      server.join();
    }
    assertEquals(6, of(audit(), Check.READ_COUNTERS).count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          READ_COUNTERS               ; UPDATE read_counter SET missed = missed + 1
          READ_COUNTERS COUNTER_GAPS  ; UPDATE read_counter SET last = last + 1
          READ_COUNTERS               ; DELETE FROM read_counter
          USED_COUNTERS               ; UPDATE used_counter SET bits = bits | (1 << 63)
          USED_COUNTERS TAPS_ONCE     ; UPDATE used_counter SET bits = 0
          COUNTER_GAPS                ; UPDATE hit SET missed = missed + 1 WHERE class = 'tap' AND counter > 2
          TAPS_ONCE                   ; UPDATE hit SET counter = 3 WHERE class = 'tap' AND counter > 2
          USED_COUNTERS COUNTER_GAPS ROLL_UPS ; DELETE FROM hit WHERE class = 'tap'
          ROLL_UPS                    ; DELETE FROM hit WHERE class = 'scan'
          ROLL_UPS                    ; UPDATE usage_day SET hits = hits + 1
          ROLL_UPS                    ; DELETE FROM usage_day WHERE class = 'replay'
          ROLL_UPS                    ; DELETE FROM usage_day
          ROLL_UPS                    ; UPDATE usage_day SET folded = folded + 1
          ROLL_UPS                    ; UPDATE usage_day SET folded = 1, instants = x'0000000002'
          ROLL_UPS                    ; UPDATE usage_day SET mirrored = mirrored + 1
          ROLL_UPS                    ; UPDATE hit SET reason = 'quick_succession'
          CARD_EVENTS                 ; UPDATE card SET version = version + 1
          LIVE_CHIPS                  ; DELETE FROM live_uid
          LIVE_CHIPS                  ; UPDATE live_uid SET uid = uid || '00'
          LIVE_CHIPS CARD_STATES      ; UPDATE card SET state = 'revoked'
          CONTACTS                    ; UPDATE contact SET sealed = x''
          CONTACTS                    ; UPDATE holder SET mark = NULL, wrapped_key = NULL, forgotten_at = 1
          DECISIONS                   ; UPDATE claim SET facts = CAST('nothing' AS BLOB)
          DECISIONS                   ; UPDATE claim SET decision = facts
          CARD_STATES                 ; UPDATE card SET holds = 'support'
          """)
  void plantedCorruption_isFoundAndNamed(String checks, String corruption) {
    change(corruption);
    Set<Check> expected =
        List.of(checks.strip().split(" ")).stream()
            .map(Check::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Check.class)));

    assertEquals(expected, differing());
    audit().stream()
        .filter(result -> !result.inOrder())
        .forEach(
            result -> {
              assertTrue(result.examples().getFirst().contains("card "), result.toString());
              assertTrue(result.differing() >= result.examples().size());
            });
  }

  @Test
  void aRowThatNamesAnother_isMissedWhenThatIsGone() {
    change("DELETE FROM purchase");

    assertEquals(Set.of(Check.REFERENCES), differing());
  }

  @Test
  void decisionsByAPackThatIsNotAtHand_areNamedAndNotFailed() {
    CheckResult result =
        of(done(RecordAudit.run(url, Packs.of(List.of()), Progress.SILENT)), Check.DECISIONS);

    assertTrue(result.inOrder());
    assertEquals(1, result.notes().size());
    assertTrue(result.notes().getFirst().contains("b-rigardz@"), result.notes().toString());
  }

  @Test
  void noRecord_isRefusedAndNotMade() {
    Path none = folder.resolve("none.db");
    Answer<List<CheckResult>> answer =
        RecordAudit.run(RecordUrl.ofFile(none), Packs.shipped(), Progress.SILENT);

    assertEquals(StoreRefusal.MISSING, refused(answer).refusal().code());
    assertTrue(Files.notExists(none));
  }

  private List<CheckResult> audit() {
    return done(RecordAudit.run(url, Packs.shipped(), Progress.SILENT));
  }

  private Set<Check> differing() {
    return audit().stream()
        .filter(result -> !result.inOrder())
        .map(CheckResult::check)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Check.class)));
  }

  private static CheckResult of(List<CheckResult> results, Check check) {
    return results.stream().filter(one -> one.check() == check).findFirst().orElseThrow();
  }

  /** As somebody would who has the file and means no good. */
  private void change(String statement) {
    try (Session session = Session.writing(url)) {
      session.commit();
      for (String trigger :
          session.list(
              "SELECT name FROM sqlite_master WHERE type = 'trigger'", row -> row.getString(1))) {
        session.execute("DROP TRIGGER " + trigger);
      }
      session.commit();
    }
    try (var connection = url.connect();
        var running = connection.createStatement()) {
      running.execute("PRAGMA foreign_keys = OFF");
      running.execute(statement);
    } catch (SQLException e) {
      throw new AssertionError(statement, e);
    }
  }

  private static <T> T done(Answer<T> answer) {
    return ((Answer.Done<T>) answer).value();
  }

  private static Answer.Refused<?> refused(Answer<?> answer) {
    return (Answer.Refused<?>) answer;
  }
}
