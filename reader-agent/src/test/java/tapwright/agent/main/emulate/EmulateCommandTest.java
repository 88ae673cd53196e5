package tapwright.agent.main.emulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.TagImage;
import tapwright.agent.main.AgentMain;
import tapwright.agent.main.console.Console;

class EmulateCommandTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    Console console = new Console(new PrintStream(out, true), new PrintStream(err, true));
    return AgentMain.run(console, arguments);
  }

  private String said(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }

  private String keptCard() throws IOException {
    Path file = folder.resolve("card");
    Files.write(file, TagImage.write(EmulatedTag.blank(EmulatedChip.NTAG213, new Random(1))));
    return file.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "--tag,NTAG203",
    "--as,acr1252",
    "--uid,04E1",
    "--uid,04E141124C288G",
    "--tear-at,0",
    "--tear-at,3:x",
    "--vpcd,x",
    "--vpcd,0",
    "--vpcd,65536",
    "--vpcd,99999",
    "--unknown,1"
  })
  void option_outsideItsList_isUsage(String option, String value) {
    assertEquals(Console.USAGE, run("emulate", "--vpcd", "1", "--tag", "NTAG213", option, value));
  }

  @Test
  void portOutsideTcp_isNamedWithWhatIsAllowed() {
    run("emulate", "--vpcd", "99999", "--tag", "NTAG213");
    assertTrue(said(err).contains("'--vpcd'"), said(err));
    assertTrue(said(err).contains("is \"99999\", allowed are 1 to 65535"), said(err));
  }

  @Test
  void imageThatCannotBeKept_isSaidBeforeTheCardIsPlaced() {
    Path image = folder.resolve("missing").resolve("card");
    assertEquals(
        Console.WORLD_FAILED,
        run("emulate", "--vpcd", "1", "--tag", "NTAG213", "--image", image.toString()));
    assertTrue(said(err).contains("cannot keep the card in " + image), said(err));
  }

  @Test
  void newImage_isKeptBeforeTheCardIsPlaced() {
    Path image = folder.resolve("card");
    assertEquals(
        Console.WORLD_FAILED,
        run("emulate", "--vpcd", "1", "--tag", "NTAG213", "--image", image.toString()));
    assertTrue(Files.exists(image));
  }

  @Test
  void neitherTagNorImage_isUsage() {
    assertEquals(Console.USAGE, run("emulate", "--vpcd", "1"));
  }

  @Test
  void nobodyListening_saysWhatToStart() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    String option = Integer.toString(port);

    assertEquals(
        Console.WORLD_FAILED, run("emulate", "--vpcd", option, "--tag", "NTAG216", "--json"));
    assertTrue(said(err).contains("apt install pcscd vsmartcard-vpcd"), said(err));
  }

  @Test
  void imageOfAnotherCard_isRefused() throws IOException {
    assertEquals(
        Console.NO, run("emulate", "--vpcd", "1", "--image", keptCard(), "--tag", "NTAG216"));
    assertTrue(said(err).contains("the image holds NTAG213, --tag asks for NTAG216"), said(err));
  }

  @Test
  void imageOfAnotherUid_isRefused() throws IOException {
    String uid = "04E141124C2880";
    assertEquals(
        Console.NO, run("emulate", "--vpcd", "1", "--image", keptCard(), "--uid", uid, "--json"));
    assertTrue(said(out).contains("\"refused\":\"tag-image-of-other-tag\""), said(out));
  }

  @Test
  void imageThatIsNone_isRefused() throws IOException {
    Path file = folder.resolve("card");
    Files.write(file, new byte[] {(byte) 0xFF, 0, (byte) 0x80});

    assertEquals(Console.NO, run("emulate", "--vpcd", "1", "--image", file.toString()));
    assertTrue(said(err).contains("line 1 of the image"), said(err));
    assertEquals(List.of(file), filesIn());
  }

  private List<Path> filesIn() throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }
}
