package tapwright.agent.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
import tapwright.agent.station.BatchFile;
import tapwright.core.Bytes;
import tapwright.core.ndef.NdefMessage;

/** The batch command on two readers of a real pcscd, killed without warning and started again. */
@Tag("pcscd")
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class BatchKilledTest {

  private static final long SEED = 20261122;
  private static final int ROWS = 8;
  private static final int TAGS = 10;
  private static final int KILLS = 5;

  /** Long enough for a process to begin with its first cards, too short for it to end. */
  private static final int SHORTEST_MILLIS = 1_200;

  private static final int SPREAD_MILLIS = 2_500;

  private static final int LIMIT_SECONDS = 120;

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

  @Test
  void batch_killedAtRandomMoments_makesEachRowOnceAndNoneWrong() throws Exception {
    Path csv = Files.writeString(folder.resolve("cards.csv"), rows());
    Path images = Files.createDirectory(folder.resolve("tags"));
    Process pile = pile(images);
    int kills = 0;
    Random random = new Random(SEED);
    while (kills < KILLS && isKilled(batch(csv), SHORTEST_MILLIS + random.nextInt(SPREAD_MILLIS))) {
      kills++;
    }
    Process last = batch(csv);
    assertTrue(last.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "seed " + SEED + " found no end");
    String said = last.inputReader().readAllAsString();
    assertEquals(0, last.exitValue(), said);
    pile.outputWriter().close();
    assertEquals(0, pile.waitFor());

    System.out.println("seed " + SEED + ": killed " + kills + " times; " + said.strip());
    assertTrue(kills > 1, "seed " + SEED + " killed " + kills + " times");
    assertEquals(wanted(csv), shown(images), "seed " + SEED);
  }

  private static boolean isKilled(Process batch, int millis) throws InterruptedException {
    boolean running = !batch.waitFor(millis, TimeUnit.MILLISECONDS);
    if (running) {
      batch.destroyForcibly().onExit().join();
    }
    return running;
  }

  private Process batch(Path csv) throws IOException {
    return java(
        "tapwright.agent.main.AgentMain",
        "batch",
        csv.toString(),
        "--journal",
        folder.resolve("journal").toString(),
        "--reader",
        PcscdSandbox.FIRST_READER,
        "--reader",
        PcscdSandbox.SECOND_READER,
        "--json");
  }

  private Process pile(Path images) throws IOException {
    return java(
        PileOnVpcd.class.getName(), images.toString(), Integer.toString(TAGS), Long.toString(SEED));
  }

  private Process java(String mainClass, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("env", "TAPWRIGHT_HOME=" + folder.resolve("state")));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), mainClass));
    command.addAll(List.of(arguments));
    return sandbox.start(command.toArray(String[]::new));
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
