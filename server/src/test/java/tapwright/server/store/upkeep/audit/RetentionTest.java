package tapwright.server.store.upkeep.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.policy.library.Packs;
import tapwright.server.app.Answer;
import tapwright.server.app.duty.KeepRecordSmall;
import tapwright.server.nodes.Wait;
import tapwright.server.postgres.PostgresRecords;
import tapwright.server.postgres.PostgresServer;
import tapwright.server.record.CardListener;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.postgres.PostgresStore;
import tapwright.server.store.sqlite.SqliteStore;
import tapwright.server.store.upkeep.Progress;
import tapwright.server.store.upkeep.SampleRecord;
import tapwright.server.store.upkeep.Session;
import tapwright.server.store.upkeep.move.Move;

class RetentionTest {

  private static final KeepRecordSmall.Limits LIMITS =
      new KeepRecordSmall.Limits(Duration.ofDays(10), Duration.ofDays(30));

  private static final int HITS = 4_000;

  @TempDir private Path folder;
  private RecordUrl url;
  private Instant now = Instant.EPOCH;
  private final InstantSource clock = () -> now;

  @BeforeEach
  void fill() {
    url = RecordUrl.ofFile(folder.resolve("sample.db"));
    try (SqliteStore store = SqliteStore.open(url.jdbc())) {
      now = SampleRecord.in(store, 51).withCards(3).withHits(HITS).withClaims(2).now();
    }
  }

  private static int keep(Ledger ledger, InstantSource clock) {
    KeepRecordSmall keeping = new KeepRecordSmall(ledger, LIMITS, "node-1", clock);
    int slices = 1;
    while (keeping.slice().join()) {
      slices++;
    }
    return slices;
  }

  /** Days are whole: a hit goes with the first run on a day that began late enough after it. */
  private long micros(Duration ago) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, now.truncatedTo(ChronoUnit.DAYS).minus(ago));
  }

  private long count(String condition, Object... values) {
    try (Session session = Session.reading(url)) {
      return session.number("SELECT count(*) FROM " + condition, values);
    }
  }

  private void assertInOrder() {
    assertTrue(
        ((Answer.Done<List<CheckResult>>) RecordAudit.run(url, Packs.shipped(), Progress.SILENT))
            .value().stream().allMatch(CheckResult::inOrder));
  }

  private void assertKept(long oldHits, long oldAgents) {
    long instants = micros(LIMITS.instants());
    long agents = micros(LIMITS.agents());
    assertTrue(oldHits > 100 && oldAgents > 100, oldHits + " and " + oldAgents);
    assertEquals(HITS - oldHits, count("hit"));
    assertEquals(0, count("hit WHERE at < ?", instants));
    assertEquals(0, count("hit WHERE at < ? AND agent_id IS NOT NULL", agents));
    assertTrue(count("hit WHERE at >= ? AND agent_id IS NOT NULL", agents) > 100);
    assertEquals(
        0, count("agent WHERE NOT EXISTS (SELECT 1 FROM hit WHERE hit.agent_id = agent.agent_id)"));
    assertInOrder();
  }

  @Test
  void whatIsOld_goesInSlicesAndEveryIdentityHoldsAfterwards() {
    long oldHits = count("hit WHERE at < ?", micros(LIMITS.instants()));
    long oldAgents = count("hit WHERE at < ? AND agent_id IS NOT NULL", micros(LIMITS.agents()));
    try (SqliteStore store = SqliteStore.open(url.jdbc())) {
      assertTrue(keep(store, clock) >= oldHits / 500, "all went at once");
      assertEquals(1, keep(store, clock), "there is nothing more to do that day");
    }

    assertKept(oldHits, oldAgents);
  }

  @Test
  @Tag("postgres")
  void onPostgresql_emptyMonthsGoToo() {
    long oldHits = count("hit WHERE at < ?", micros(LIMITS.instants()));
    long oldAgents = count("hit WHERE at < ? AND agent_id IS NOT NULL", micros(LIMITS.agents()));
    RecordUrl moved = RecordUrl.parse(PostgresServer.shared().createDatabase()).orElseThrow();
    new Move(url, moved, Packs.shipped(), Progress.SILENT).run(false);
    url = moved;
    long months = months();
    try (PostgresStore store = PostgresStore.open(url, PostgresRecords.means())) {
      keep(store, clock);
    }

    assertKept(oldHits, oldAgents);
    assertEquals(1, count("pg_class WHERE relname = 'hit_2026_05'"));
    assertEquals(0, count("pg_class WHERE relname = 'hit_2026_03'"));
    assertTrue(months > 1, months + " months");
  }

  private long months() {
    return count("pg_inherits WHERE inhparent = 'hit'::regclass");
  }

  /** The gaps that audit shows are what was missed; taps that were folded are none. */
  @Test
  void tapsThatWereTakenAway_areNoGaps() {
    url = RecordUrl.ofFile(folder.resolve("small.db"));
    long missed;
    try (SqliteStore store = SqliteStore.open(url.jdbc())) {
      Instant end = SampleRecord.in(store, 51).withCards(3).withHits(200).withClaims(2).now();
      missed = missed();
      assertEquals(missed, gaps());
      keep(store, () -> end.plus(Duration.ofDays(40)));
    }

    assertTrue(missed > 0 && count("folded_tap") > 0, missed + " missed");
    assertEquals(missed, missed());
    assertEquals(missed, gaps());
  }

  private long missed() {
    try (Session session = Session.reading(url)) {
      return session.number("SELECT sum(missed) FROM read_counter");
    }
  }

  private long gaps() {
    try (Session session = Session.reading(url)) {
      return session
          .list("SELECT DISTINCT card_id FROM read_counter", row -> row.getLong(1))
          .stream()
          .flatMap(card -> new CounterGaps(session, card).section().rows().stream())
          .mapToLong(row -> Long.parseLong(String.valueOf(row.get("reads"))))
          .sum();
    }
  }

  @Test
  void aRunThatWasBrokenOff_goesOnWhereItWas() {
    long oldHits = count("hit WHERE at < ?", micros(LIMITS.instants()));
    try (SqliteStore store = SqliteStore.open(url.jdbc())) {
      assertTrue(new KeepRecordSmall(store, LIMITS, "node-1", clock).slice().join());
      assertTrue(new KeepRecordSmall(store, LIMITS, "node-1", clock).slice().join());
    }
    assertInOrder();
    long left = count("hit");
    try (SqliteStore store = SqliteStore.open(url.jdbc())) {
      keep(store, clock);
    }

    assertTrue(left > HITS - oldHits || left == HITS, left + " hits");
    assertEquals(HITS - oldHits, count("hit"));
    assertInOrder();
  }

  @Test
  void whileOneNodeIsAtIt_anotherLeavesIt() {
    try (SqliteStore store = SqliteStore.open(url.jdbc())) {
      assertTrue(new KeepRecordSmall(store, LIMITS, "node-1", clock).slice().join());
      long left = count("hit WHERE agent_id IS NOT NULL");
      assertFalse(new KeepRecordSmall(store, LIMITS, "node-2", clock).slice().join());
      assertEquals(left, count("hit WHERE agent_id IS NOT NULL"));
      now = now.plus(Duration.ofMinutes(1));
      assertTrue(new KeepRecordSmall(store, LIMITS, "node-2", clock).slice().join());
    }
  }

  @Test
  void theNextDay_takesWhatHasBecomeOldSince() {
    try (SqliteStore store = SqliteStore.open(url.jdbc())) {
      keep(store, clock);
      now = now.plus(Duration.ofDays(9));
      assertFalse(
          new KeepRecordSmall(store, LIMITS, "node-1", clock).slice().isCompletedExceptionally());
      keep(store, clock);
    }

    assertEquals(0, count("hit WHERE at < ?", micros(LIMITS.instants())));
    assertEquals(0, count("hit WHERE at < ? AND agent_id IS NOT NULL", micros(LIMITS.agents())));
    assertInOrder();
  }

  /** An end that fails, fails for its own run alone. */
  @Test
  void aRunWhoseEndWasNotDone_doesNotHoldBackTheNextDays() {
    try (SqliteStore store = SqliteStore.open(url.jdbc())) {
      keep(store, clock);
      String end = LocalDate.ofInstant(now, ZoneOffset.UTC) + " - 0 REST";
      assertTrue(
          store
              .writeAcrossSellers(
                  records -> {
                    records.retention().setNote(end);
                    return true;
                  })
              .join());
      now = now.plus(Duration.ofDays(9));
      keep(store, clock);
    }

    assertEquals(0, count("hit WHERE at < ?", micros(LIMITS.instants())));
  }

  @Test
  void agentsThatNoHitNamesAnyMore_goInSlices() {
    try (Session session = Session.writing(url)) {
      session.update(
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)"
              + " INSERT INTO agent (agent_id, agent, last_day) SELECT i, 'agent ' || i, 9 FROM n");
      session.commit();
    }
    try (SqliteStore store = SqliteStore.open(url.jdbc())) {
      KeepRecordSmall keeping = new KeepRecordSmall(store, LIMITS, "node-1", clock);
      long most = 0;
      long before = count("agent");
      while (keeping.slice().join()) {
        most = Math.max(most, before - count("agent"));
        before = count("agent");
      }
      assertTrue(most <= 500, most + " agents at once");
    }

    assertEquals(0, count("agent WHERE last_day = 9"));
    assertTrue(count("agent") > 0);
  }

  /** A node that is so slow that another takes the duty from it, and does a day more. */
  @Test
  void aNodeThatLostTheDuty_leavesTheEndToTheOther() {
    try (SqliteStore store = SqliteStore.open(url.jdbc())) {
      Ledger slow = new SlowEnd(store, () -> doTheNextDay(store));
      assertTrue(keep(slow, clock) > 1);

      assertEquals(
          Optional.of(LocalDate.ofInstant(now, ZoneOffset.UTC) + " CARDS"),
          store
              .readAcrossSellers(records -> records.retention().note())
              .join()
              .map(RetentionTest::ends));
    }
  }

  private void doTheNextDay(Ledger store) {
    now = now.plus(Duration.ofMinutes(1));
    KeepRecordSmall other = new KeepRecordSmall(store, LIMITS, "node-2", clock);
    while (other.slice().join()) {
      assertInOrder();
    }
    now = now.plus(Duration.ofDays(9));
    assertTrue(other.slice().join());
  }

  /** The day of a note and its stage. */
  private static String ends(String note) {
    List<String> parts = List.of(note.split(" "));
    return parts.getFirst() + " " + parts.getLast();
  }

  /** A ledger on which something else happens before the end of a run. */
  private record SlowEnd(Ledger ledger, Runnable before) implements Ledger {
    @Override
    public <T> CompletableFuture<T> readAcrossSellers(Function<Records, T> work) {
      return ledger.readAcrossSellers(work);
    }

    @Override
    public <T> CompletableFuture<T> writeAcrossSellers(Function<Records, T> work) {
      return ledger.writeAcrossSellers(work);
    }

    @Override
    public <T> CompletableFuture<T> writeHits(Function<Records, T> work) {
      return CompletableFuture.runAsync(before).thenCompose(done -> ledger.writeHits(work));
    }

    @Override
    public void onCardChanged(CardListener listener) {
      ledger.onCardChanged(listener);
    }

    @Override
    public void close() {
      ledger.close();
    }
  }

  /** A hit that is being stored while its month is looked at stays, and its month with it. */
  @Test
  @Tag("postgres")
  void onPostgresql_aMonthIntoWhichAHitIsOnItsWay_stays() throws Exception {
    url = PostgresRecords.create();
    try (PostgresStore store = PostgresStore.open(url, PostgresRecords.means());
        Connection phone = url.connect();
        Statement statement = phone.createStatement()) {
      statement.execute("SELECT make_hit_months(DATE '2025-01-01', 2)");
      phone.setAutoCommit(false);
      statement.execute(
          "INSERT INTO hit VALUES (1, 1736496000000000, 1, NULL, NULL, NULL, NULL, '', '', '', '',"
              + " '')");
      CompletableFuture<Boolean> tidy = store.writeHits(RetentionTest::tidy);
      Wait.until(
          "the clearing waits for the phone, or is done",
          Duration.ofSeconds(60),
          () -> tidy.isDone() || waiting() > 0,
          () -> waiting() + " locks waited for");
      phone.commit();
      assertTrue(tidy.join());
      assertTrue(store.writeHits(RetentionTest::tidy).join());
    }

    assertEquals(1, count("hit_2025_01"));
    assertEquals(0, count("pg_class WHERE relname = 'hit_2025_02'"));
  }

  private long waiting() {
    return count(
        "pg_locks WHERE NOT granted"
            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
  }

  private static boolean tidy(Records records) {
    records
        .retention()
        .tidyMonths(LocalDate.parse("2026-03-02"), Instant.parse("2025-03-01T00:00:00Z"));
    return true;
  }

  @Test
  void instantsKeptShorterThanAgents_areADefect() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new KeepRecordSmall.Limits(Duration.ofDays(2), Duration.ofDays(1)));
  }
}
