package tapwright.agent.station.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.agent.emulator.EmulatedReader;
import tapwright.agent.emulator.EmulatedReaders;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.encode.EncodingReader;
import tapwright.agent.encode.Finish;
import tapwright.agent.encode.PhoneView;
import tapwright.agent.encode.TimeAndChance;
import tapwright.agent.encode.reader.TagEncodingReader;
import tapwright.agent.pcsc.PollClock;
import tapwright.agent.pcsc.Readers;
import tapwright.agent.reader.ReaderProfiles;
import tapwright.agent.reader.TagChannels;
import tapwright.agent.station.InMemory;
import tapwright.agent.station.ReaderDoing;
import tapwright.agent.station.ReopenedReader;
import tapwright.agent.station.StationNews;
import tapwright.agent.station.journal.Journal;
import tapwright.core.tag.Uid;

/** A shift's work on two emulated readers, with everything that goes wrong in one. */
class TwoReadersTest {

  private static final int CARDS = 500;

  /** One poll in so many is a fault of the reader. */
  private static final int READER_FAULTS = 40;

  /** What a reader says when the card that lies there can be taken away. */
  private static final Set<ReaderDoing> ENDS =
      EnumSet.of(ReaderDoing.DONE, ReaderDoing.REFUSED, ReaderDoing.IDLE, ReaderDoing.FAILING);

  @TempDir(factory = InMemory.class)
  Path folder;

  private final EmulatedReaders emulated = new EmulatedReaders();
  private final Map<String, Semaphore> through = new HashMap<>();
  private final List<StationNews> news = new ArrayList<>();

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void batch_of500CardsWithFaults_leavesJournalTagsAndReportInAgreement() throws Exception {
    leavesAllInAgreement(20261122);
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9})
  @Tag("long")
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void moreBatches_leaveJournalTagsAndReportInAgreement(long seed) throws Exception {
    leavesAllInAgreement(seed);
  }

  private void leavesAllInAgreement(long seed) throws Exception {
    BatchFile file = BatchFileTest.sound(rows());
    Hands hands = new Hands(seed, CARDS + 20);
    BatchSummary summary = run(file, hands, seed);

    System.out.printf(
        Locale.ROOT,
        "seed %d: %d cards on 2 readers in %.1f s, %d tears, causes %s%n",
        seed,
        summary.verified(),
        summary.millis() / 1000.0,
        hands.tears(),
        summary.causes());
    assertTrue(summary.isComplete(), () -> "seed " + seed + ": " + summary);
    assertEquals(CARDS, summary.verifiedNow());
    assertTrue(hands.tears() > 10 && summary.causes().size() > 2, summary.causes()::toString);
    assertTagsHoldTheirRows(file, hands, seed);
    assertJournalAgrees(summary, seed);
    assertReportAgreesWithNews(summary);
  }

  private BatchSummary run(BatchFile file, Hands hands, long seed) throws InterruptedException {
    List<EmulatedReader> readers =
        List.of(emulated.attach(ReaderKind.ACR122U), emulated.attach(ReaderKind.PCSC));
    readers.forEach(reader -> through.put(reader.name(), new Semaphore(0)));
    List<Thread> atReaders =
        readers.stream().map(reader -> hands.at(reader, throughAt(reader.name()))).toList();
    try (Journal journal = Journal.open(folder, InstantSource.system(), new Random(seed))) {
      Batch.Settings settings =
          new Batch.Settings(
              InstantSource.system(),
              time -> LockSupport.parkNanos(time.toNanos() / 20),
              Duration.ofSeconds(60),
              Finish.OPEN);
      return new Batch(file, encoding(readers, seed), journal, settings, this::hear)
          .run()
          .orThrow();
    } finally {
      hands.end();
      for (Thread thread : atReaders) {
        thread.join();
      }
    }
  }

  private List<EncodingReader> encoding(List<EmulatedReader> readers, long seed) {
    Readers attached =
        Readers.ofProvider(EmulatedReaders.TYPE, emulated.provider(), new HastyClock());
    TagChannels channels = new TagChannels(ReaderProfiles.inMemory());
    TimeAndChance machine = new TimeAndChance(System::nanoTime, new Random(seed + 2));
    Random random = new Random(seed + 1);
    List<EncodingReader> encoding = new ArrayList<>();
    for (EmulatedReader reader : readers) {
      encoding.add(
          new ReopenedReader(
              reader.name(),
              () ->
                  new FaultyReader(
                      new TagEncodingReader(attached.open(reader.name()), channels, machine),
                      new Random(random.nextLong()),
                      READER_FAULTS)));
    }
    return encoding;
  }

  /** Hands wait until their tag was dealt with, or the reader failed. */
  private void hear(StationNews one) {
    news.add(one);
    if (one instanceof StationNews.AtReader(String reader, ReaderDoing doing, String label)
        && ENDS.contains(doing)) {
      throughAt(reader).release();
    }
  }

  private Semaphore throughAt(String reader) {
    return Objects.requireNonNull(through.get(reader));
  }

  /** Each row's message is on one tag, and no tag holds anything else. */
  private static void assertTagsHoldTheirRows(BatchFile file, Hands hands, long seed) {
    Map<String, Long> held =
        hands.laid().stream()
            .map(tag -> PhoneView.of(tag.memory()))
            .filter(message -> !message.equals(PhoneView.NOTHING))
            .collect(Collectors.groupingBy(message -> message, Collectors.counting()));
    Map<String, Long> wanted =
        file.rows().stream().collect(Collectors.toMap(TwoReadersTest::messageOf, row -> 1L));
    assertEquals(wanted, held, "seed " + seed);
    hands.unsuitable().forEach(tag -> assertEquals(PhoneView.NOTHING, PhoneView.of(tag.memory())));
  }

  private static String messageOf(BatchRow row) {
    return row.request(Finish.OPEN).messages().getFirst().toHex().toLowerCase(Locale.ROOT);
  }

  private void assertJournalAgrees(BatchSummary summary, long seed) throws SQLException {
    String url = "jdbc:sqlite:" + folder.resolve("journal.sqlite");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      assertEquals(CARDS, count(statement, "count(*)", "VERIFIED"), "seed " + seed);
      assertEquals(CARDS, count(statement, "count(distinct owner)", "VERIFIED"), "seed " + seed);
      assertEquals(CARDS, count(statement, "count(distinct uid)", "VERIFIED"), "seed " + seed);
      assertEquals(
          summary.causes().getOrDefault("tag-read-only", 0),
          count(statement, "count(*)", "TURNED_AWAY"),
          "seed " + seed);
      assertEquals(0, count(statement, "count(*)", "REFUSED"), "seed " + seed);
      int bound = count(statement, "count(*)", "BOUND");
      int ended =
          count(statement, "count(*)", "TURNED_AWAY") + count(statement, "count(*)", "SCRAPPED");
      assertEquals(CARDS + ended, bound, "seed " + seed);
    }
  }

  private static int count(Statement statement, String what, String kind) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("select " + what + " from step where kind = '" + kind + "'")) {
      return row.getInt(1);
    }
  }

  private void assertReportAgreesWithNews(BatchSummary summary) {
    Map<String, Integer> causes = new HashMap<>();
    for (StationNews one : news) {
      switch (one) {
        case StationNews.TagRefused(String reader, Uid uid, var refusal) ->
            causes.merge(refusal.code().code(), 1, Integer::sum);
        case StationNews.ReaderFailed failed -> causes.merge("reader-failed", 1, Integer::sum);
        case StationNews.RowRefused row -> throw new AssertionError(row);
        case StationNews.ServerRefused no -> throw new AssertionError(no);
        case StationNews.CardVerified card -> {}
        case StationNews.AtReader at -> {}
        case StationNews.MadeBefore before -> {} // the first at its reader, and made at the other
        case StationNews.NoWork none -> {}
        case StationNews.BatchBegun begun -> assertEquals(CARDS, begun.total());
        case StationNews.CardBegun begun -> {}
        case StationNews.Notice notice -> {}
      }
    }
    assertEquals(causes, summary.causes());
    long cards = news.stream().filter(one -> one instanceof StationNews.CardVerified).count();
    assertEquals(CARDS, cards);
    assertTrue(Math.min(writtenAt(0), writtenAt(1)) > CARDS / 10, "one reader did it alone");
  }

  private long writtenAt(int reader) {
    String name = emulated.attached().get(reader).name();
    return news.stream()
        .filter(
            one ->
                one instanceof StationNews.AtReader at
                    && at.reader().equals(name)
                    && at.doing() == ReaderDoing.WRITING)
        .count();
  }

  private static String rows() {
    String[] rows = new String[CARDS];
    Arrays.setAll(rows, i -> "Sample Person " + i + ",https://example.com/" + i + ",S-" + i + "\n");
    return "name,url,order\n" + String.join("", rows);
  }

  /** Real time, but polls that do not wait as long as hands would. */
  private static final class HastyClock implements PollClock {

    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public void pause(Duration duration) {
      LockSupport.parkNanos(duration.toNanos() / 25);
    }
  }
}
