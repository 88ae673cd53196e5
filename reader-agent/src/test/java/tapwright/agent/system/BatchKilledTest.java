package tapwright.agent.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.TagImage;
import tapwright.agent.encode.PhoneView;
import tapwright.agent.station.batch.BatchFile;
import tapwright.core.Bytes;
import tapwright.core.ndef.NdefMessage;

/** The batch command on two readers of a real pcscd, killed without warning and started again. */
@Tag("pcscd")
@Timeout(value = 100, unit = TimeUnit.SECONDS)
class BatchKilledTest {

  private static final int ROWS = 8;
  private static final int TAGS = 10;

  /** Some kills fall anywhere, also before the first card, some shortly after a card was made. */
  private static final int KILLS_ANYWHERE = 2;

  private static final int KILLS_AFTER_A_CARD = 2;

  /** From a process that only starts to one that works on its first cards. */
  private static final int EARLIEST_MILLIS = 400;

  private static final int SPREAD_MILLIS = 2_000;

  /** Up to where the next card is begun and half made. */
  private static final int AFTER_CARD_MILLIS = 400;

  private static final int LIMIT_SECONDS = 45;

  @TempDir Path folder;

  private PcscdSandbox sandbox;

  @BeforeEach
  void start() throws IOException {
    sandbox = PcscdSandbox.running();
  }

  @AfterEach
  void end() throws IOException {
    sandbox.close();
  }

  /** Other seeds are other moments; {@code -Dtapwright.seed=N} runs them. */
  @Test
  void batch_killedAtRandomMoments_makesEachRowOnceAndNoneWrong() throws Exception {
    long seed = Long.getLong("tapwright.seed", 20261122);
    Path csv = Files.writeString(folder.resolve("cards.csv"), rows());
    Path images = Files.createDirectory(folder.resolve("tags"));
    Process pile = pile(images, seed);
    Random random = new Random(seed);
    for (int i = 0; i < KILLS_ANYWHERE; i++) {
      pause(EARLIEST_MILLIS + random.nextInt(SPREAD_MILLIS), batch(csv)).kill();
    }
    for (int i = 0; i < KILLS_AFTER_A_CARD; i++) {
      RunningBatch batch = batch(csv);
      PcscdSandbox.await("a card", () -> batch.verified() > 0 || !batch.isRunning());
      pause(random.nextInt(AFTER_CARD_MILLIS), batch).kill();
    }
    RunningBatch.Ended last = batch(csv).ended(LIMIT_SECONDS);
    assertEquals(0, last.exitCode(), last.out());
    pile.outputWriter().close();
    assertEquals(0, pile.waitFor());

    System.out.println("seed " + seed + ": " + last.out().strip());
    int madeNow = new ObjectMapper().readTree(last.out()).get("verifiedNow").intValue();
    assertTrue(madeNow < ROWS, "no kill came after a card that was made: " + last.out());
    assertEquals(wanted(csv), shown(images), "seed " + seed);
  }

  private static RunningBatch pause(int millis, RunningBatch batch) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    return batch;
  }

  private RunningBatch batch(Path csv) throws IOException {
    return RunningBatch.start(sandbox, csv, PcscdSandbox.FIRST_READER, PcscdSandbox.SECOND_READER);
  }

  private Process pile(Path images, long seed) throws IOException {
    return sandbox.start(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        PileOnVpcd.class.getName(),
        images.toString(),
        Integer.toString(TAGS),
        Long.toString(seed));
  }

  private static String rows() {
    String[] rows = new String[ROWS];
    Arrays.setAll(rows, i -> "Sample Person " + i + ",https://example.com/" + i + "\n");
    return "name,url\n" + String.join("", rows);
  }

  private static List<String> wanted(Path csv) throws IOException {
    Bytes text = Bytes.copyOf(Files.readAllBytes(csv));
    BatchFile file =
        assertInstanceOf(BatchFile.Reading.Sound.class, BatchFile.read("cards.csv", text)).file();
    return file.rows().stream()
        .map(row -> NdefMessage.of(row.link().record(), row.contact().record()).encode().toHex())
        .map(hex -> hex.toLowerCase(Locale.ROOT))
        .sorted()
        .toList();
  }

  /** What phones show of the tags that show anything. */
  private static List<String> shown(Path images) throws IOException {
    List<String> shown = new ArrayList<>();
    try (Stream<Path> files = Files.list(images)) {
      for (Path file : files.toList()) {
        TagImage.Reading.Read read =
            assertInstanceOf(
                TagImage.Reading.Read.class,
                TagImage.read(Files.readAllLines(file), new Random(1)));
        shown.add(PhoneView.of(assertInstanceOf(EmulatedTag.class, read.tag()).memory()));
      }
    }
    assertEquals(TAGS, shown.size());
    return shown.stream().filter(one -> !one.equals(PhoneView.NOTHING)).sorted().toList();
  }
}
