package tapwright.server.store.upkeep.move;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.policy.library.Packs;
import tapwright.core.tap.Assurance;
import tapwright.core.tap.HitClass;
import tapwright.core.tap.LinkKind;
import tapwright.core.tap.Reason;
import tapwright.core.tap.Verdict;
import tapwright.server.app.Answer;
import tapwright.server.postgres.PostgresRecords;
import tapwright.server.postgres.PostgresServer;
import tapwright.server.record.StoreFault;
import tapwright.server.record.hit.HitEntries;
import tapwright.server.record.hit.HitKey;
import tapwright.server.record.hit.StoredHit;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.StoreRefusal;
import tapwright.server.store.postgres.PostgresStore;
import tapwright.server.store.schema.Schema;
import tapwright.server.store.sqlite.SqliteStore;
import tapwright.server.store.upkeep.Progress;
import tapwright.server.store.upkeep.RecordTables;
import tapwright.server.store.upkeep.SampleRecord;
import tapwright.server.store.upkeep.Session;
import tapwright.server.store.upkeep.audit.RecordAudit;

@Tag("postgres")
class MoveTest {

  private static final int HITS = 3_000;

  @TempDir private Path folder;
  private RecordUrl from;
  private RecordUrl to;

  @BeforeEach
  void fill() {
    from = RecordUrl.ofFile(folder.resolve("sample.db"));
    try (SqliteStore store = SqliteStore.open(from.jdbc())) {
      SampleRecord.in(store, 31)
          .withCards(5)
          .withHits(HITS)
          .withClaims(4)
          .withLaterLives()
          .withNotices();
    }
    to = RecordUrl.parse(PostgresServer.shared().createDatabase()).orElseThrow();
  }

  private Answer<Move.Moved> move(boolean emptyTarget) {
    return new Move(from, to, Packs.shipped(), Progress.SILENT).run(emptyTarget);
  }

  @Test
  void everyRow_isThereAfterwardsAndTheRecordIsInOrder() throws Exception {
    Bytes before = Bytes.copyOf(Files.readAllBytes(from.file())).sha256();
    Move.Moved moved = done(move(false));

    assertTrue(moved.isEqual(), moved.toString());
    assertEquals(
        HITS,
        moved.tables().stream()
            .filter(table -> table.name().equals("hit"))
            .mapToLong(MovedTable::rows)
            .sum());
    assertEquals(
        List.of(),
        done(RecordAudit.run(to, Packs.shipped(), Progress.SILENT)).stream()
            .filter(result -> !result.inOrder())
            .toList());
    try (Session source = Session.reading(from);
        Session target = Session.reading(to)) {
      assertEquals(RecordTables.counts(source), RecordTables.counts(target));
    }
    assertEquals(before, Bytes.copyOf(Files.readAllBytes(from.file())).sha256());
  }

  /** One hit of a clock that was not set yet takes no month from the others. */
  @Test
  void aHitOf1970_leavesTheOthersInTheirMonths() {
    CardId card = new CardId(number(from, "SELECT min(card_id) FROM card"));
    StoredHit hit =
        new StoredHit(
            new HitKey(card, Instant.ofEpochSecond(3_600), 7),
            new SellerId("default"),
            LinkKind.PRINT,
            new Verdict(HitClass.SCAN, Assurance.BARE, Reason.PRINT_LINK, Verdict.NO_COUNTER),
            0,
            0,
            "");
    try (SqliteStore store = SqliteStore.open(from.jdbc())) {
      assertTrue(
          store
              .writeAcrossSellers(
                  records -> {
                    records.hits().add(new HitEntries(List.of(hit), List.of()));
                    return true;
                  })
              .join());
    }

    assertTrue(done(move(false)).isEqual());
    assertEquals(0, number(to, "SELECT count(*) FROM hit_other"));
    assertEquals(1, number(to, "SELECT count(*) FROM hit_1970_01"));
    assertTrue(number(to, "SELECT count(*) FROM pg_inherits") < 100);
    assertDoesNotThrow(() -> PostgresStore.open(to, PostgresRecords.means()).close());
  }

  private static long number(RecordUrl url, String query) {
    try (Session session = Session.reading(url)) {
      return session.number(query);
    }
  }

  @Test
  void textOfEveryKind_arrivesAsItWas() {
    String odd = "tab\tline\nreturn\rback\\slash \\N ünïcode \uD83D\uDCB3 'quote'";
    try (Session session = Session.writing(from)) {
      session.update("UPDATE encode_job SET problem_message = ?, problem_code = ''", odd);
      session.commit();
    }

    assertTrue(done(move(false)).isEqual());
    try (Session target = Session.reading(to)) {
      assertEquals(
          List.of(odd),
          target.list("SELECT DISTINCT problem_message FROM encode_job", row -> row.getString(1)));
    }
  }

  @Test
  void aDatabaseThatHoldsSomething_isLeftAlone() {
    assertTrue(done(move(false)).isEqual());

    assertEquals(StoreRefusal.NOT_EMPTY, refused(move(false)));
    assertEquals(StoreRefusal.WHOLE, refused(move(true)));
  }

  @Test
  void aDatabaseWithATableOfOthers_isLeftAlone() {
    try (Session session = Session.writing(to)) {
      session.execute("CREATE TABLE junk (x INT)");
      session.commit();
    }

    for (boolean emptyTarget : new boolean[] {false, true}) {
      Answer<Move.Moved> answer = move(emptyTarget);
      assertEquals(StoreRefusal.NOT_EMPTY, refused(answer));
      assertTrue(answer.toString().contains("table junk"), answer.toString());
    }
    assertEquals(StoreRefusal.NOT_EMPTY, refused(Schema.migrate(to)));
  }

  @Test
  void aHalfMovedDatabase_isRefusedByAllUntilItIsEmptied() {
    Schema.migrateTables(to);
    try (Session session = Session.writing(to)) {
      session.execute("CREATE TABLE " + Schema.HALF_MOVED + " (since TIMESTAMPTZ)");
      session.commit();
    }

    assertEquals(StoreRefusal.HALF_MOVED, refused(move(false)));
    assertEquals(
        StoreRefusal.HALF_MOVED, refused(RecordAudit.run(to, Packs.shipped(), Progress.SILENT)));
    assertEquals(StoreRefusal.HALF_MOVED, refused(Schema.migrate(to)));
    assertThrows(
        StoreFault.Unfit.class, () -> PostgresStore.open(to, PostgresRecords.means()).close());
    assertTrue(done(move(true)).isEqual());
    assertFalse(Schema.isHalfMoved(to));
  }

  @Test
  void aRecordThatIsNotInOrder_isNotMovedAndLeavesNothingBehind() {
    try (Session session = Session.writing(from)) {
      session.update("UPDATE read_counter SET missed = missed + 1");
      session.commit();
    }
    Move.Moved moved = done(move(false));

    assertFalse(moved.isEqual());
    assertTrue(moved.tables().stream().allMatch(MovedTable::isEqual));
    try (Session target = Session.reading(to)) {
      assertEquals(List.of(), RecordTables.all(target));
    }
  }

  @Test
  void otherEngines_areRefused() {
    assertEquals(
        StoreRefusal.MOVE_ENGINES,
        refused(new Move(to, from, Packs.shipped(), Progress.SILENT).run(false)));
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
}
