package tapwright.server.app.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tapwright.server.app.NewRecord;
import tapwright.server.record.Ledger;

/** What a node says of its own clock, on a record that this machine keeps. */
class ClockWatchTest implements NewRecord {

  @TempDir private Path folder;
  private final Logger log = (Logger) LoggerFactory.getLogger(ClockWatch.class);
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();
  Instant now = Instant.parse("2026-03-02T08:00:00Z");
  Ledger record;
  DoDuties duties;

  @BeforeEach
  void open() {
    record = newRecord(folder);
    duties = new DoDuties(record, List.of(), "node", () -> now);
    log.setLevel(Level.WARN);
    said.start();
    log.addAppender(said);
  }

  @AfterEach
  void close() {
    log.detachAppender(said);
    log.setLevel(null);
    record.close();
  }

  /** What was said since it was last asked. */
  List<String> lines() {
    List<String> lines = said.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    said.list.clear();
    return lines;
  }

  void roundAfter(Duration passed) {
    now = now.plus(passed);
    duties.round().join();
  }

  @Test
  void aClockThatWentBack_isSaidOnce() {
    roundAfter(Duration.ofSeconds(1));
    roundAfter(Duration.ofSeconds(-30));
    lines();
    roundAfter(Duration.ofHours(-2));
    roundAfter(Duration.ofSeconds(1));

    List<String> lines = jumps();
    assertEquals(1, lines.size(), lines.toString());
    assertTrue(lines.getFirst().contains("went back by PT2H, to 2026-03-02T05:59:31Z"), "" + lines);
  }

  @Test
  void aClockThatWentOnAtOnce_isSaidOnce() {
    roundAfter(Duration.ofMinutes(59));
    lines();
    roundAfter(Duration.ofHours(2));
    roundAfter(Duration.ofSeconds(1));

    List<String> lines = jumps();
    assertEquals(1, lines.size(), lines.toString());
    assertTrue(lines.getFirst().contains("went on by PT2H at once"), "" + lines);
  }

  @Test
  void aClockThatGoes_isNotSpokenOf() {
    roundAfter(Duration.ofSeconds(1));
    roundAfter(Duration.ofMinutes(59));
    roundAfter(Duration.ofSeconds(-59));

    assertEquals(List.of(), jumps());
  }

  private List<String> jumps() {
    return lines().stream().filter(line -> line.contains(" went ")).toList();
  }
}
