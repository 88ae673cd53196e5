package tapwright.server.store.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.policy.Packs;
import tapwright.server.app.Answer;
import tapwright.server.app.KeepRecordSmall;
import tapwright.server.app.Ledger;
import tapwright.server.postgres.PostgresRecords;
import tapwright.server.postgres.PostgresServer;
import tapwright.server.store.PostgresStore;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.SqliteStore;

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

  @Test
  void instantsKeptShorterThanAgents_areADefect() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new KeepRecordSmall.Limits(Duration.ofDays(2), Duration.ofDays(1)));
  }
}
