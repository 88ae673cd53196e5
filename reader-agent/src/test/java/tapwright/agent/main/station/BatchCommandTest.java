package tapwright.agent.main.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedReader;
import tapwright.agent.emulator.EmulatedReaders;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.EmulatedType4Model;
import tapwright.agent.emulator.EmulatedType4Tag;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.main.AgentMain;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.StateFolder;
import tapwright.agent.main.console.Surroundings;
import tapwright.agent.pcsc.ParkingClock;
import tapwright.agent.pcsc.Readers;
import tapwright.agent.station.journal.Journal;
import tapwright.agent.station.journal.JournaledWrites;
import tapwright.core.tag.Uid;

class BatchCommandTest {

  private static final String ONE = "name,url,order\nJürgen Groß,https://example.com/j,S-1\n";
  private static final String UID = "04E141124C2880";

  @TempDir Path folder;

  private final EmulatedReaders emulated = new EmulatedReaders();
  private final EmulatedReader reader = emulated.attach(ReaderKind.ACR122U);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path csv;

  @BeforeEach
  void layDown() throws IOException {
    csv = Files.writeString(folder.resolve("cards.csv"), ONE);
    reader.place(EmulatedTag.blank(EmulatedChip.NTAG216, Uid.ofHex(UID)));
  }

  @Test
  void batch_oneRow_isMadePrintedAndReported() throws IOException {
    Path sheet = folder.resolve("sheet.pdf");
    assertEquals(
        0, run("batch", csv.toString(), "--json", "--sheet", sheet.toString()), this::said);
    JsonNode summary = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    assertEquals(1, summary.path("verified").asInt());
    assertEquals("cards.csv", summary.path("file").asText());
    assertTrue(Files.size(sheet) > 1000);
    assertTrue(said().contains("1 of 1 verified"), this::said);
  }

  @ParameterizedTest
  @EnumSource(EmulatedType4Model.class)
  void batch_type4Tag_isMadeAndIsOfTheRowFromThenOn(EmulatedType4Model model) throws IOException {
    EmulatedType4Tag tag = model.blank(Uid.ofHex(UID), new Random(1));
    reader.place(tag);
    assertEquals(0, run("batch", csv.toString()), this::said);
    assertEquals(0, run("card", "inspect", "--against", csv.toString(), "2"), this::said);
    assertTrue(said().contains("verdict: works"), this::said);
    int writes = tag.writes();
    Path other = Files.writeString(folder.resolve("other.csv"), ONE.replace("S-1", "S-2"));
    assertEquals(1, run("batch", other.toString(), "--patience", "1"), this::said);
    assertTrue(said().contains("failures: 1 uid-owned"), this::said);
    assertEquals(writes, tag.writes());
  }

  @Test
  void batch_sameFileAgain_isDoneAtOnce() {
    assertEquals(0, run("batch", csv.toString()), this::said);
    assertEquals(0, run("batch", csv.toString()), this::said);
    assertTrue(said().contains("1 of 1 cards verified, 0 of them now"), this::said);
  }

  @Test
  void batch_cardOfAnotherBatch_isRefused() throws IOException {
    assertEquals(0, run("batch", csv.toString()), this::said);
    Path other = Files.writeString(folder.resolve("other.csv"), ONE.replace("S-1", "S-2"));
    assertEquals(1, run("batch", other.toString(), "--patience", "1"), this::said);
    assertTrue(said().contains("belongs to cards.csv line 2 (Jürgen Groß) (finished)"), this::said);
    assertTrue(said().contains("failures: 1 uid-owned"), this::said);
  }

  @Test
  void batch_badRow_isRefusedBeforeAnyCard() throws IOException {
    Files.writeString(csv, "name,url\nAda,nowhere\n");
    assertEquals(1, run("batch", csv.toString()));
    assertTrue(said().contains("line 2: url is 'nowhere': it has no scheme"), this::said);
    assertFalse(Files.exists(folder.resolve("state/journal")));
  }

  @Test
  void batch_badRowsAsJson_areOneLine() throws IOException {
    Files.writeString(csv, "name,url\nAda,nowhere\nBob,\n");
    assertEquals(1, run("batch", csv.toString(), "--json"));
    String line = out.toString(StandardCharsets.UTF_8);
    assertEquals(1, line.lines().count(), line);
    JsonNode result = new ObjectMapper().readTree(line);
    assertEquals("batch-faulty", result.path("refused").asText());
    assertEquals(2, result.path("problems").size());
    assertEquals("batch-value", result.at("/problems/0/code").asText());
    assertTrue(result.at("/problems/0/message").asText().startsWith("line 2: url"), line);
  }

  @Test
  void batch_journalInUse_saysSoAndEndsWith3() {
    Path journal = folder.resolve("state/journal");
    try (Journal held = Journal.open(journal, InstantSource.system(), new Random(1))) {
      assertEquals(3, run("batch", csv.toString()));
      assertEquals(3, run("card", "write", "--url", "https://example.com/x"));
      assertTrue(said().contains("is in use by another process"), this::said);
      assertTrue(held.stateOf("nobody").name().equals("QUEUED"));
    }
  }

  @Test
  void batch_lostCardThatWasNeverBegun_isRefused() {
    assertEquals(1, run("batch", csv.toString(), "--lost", "04000000000001"));
    assertTrue(said().contains("allowed are cards that were begun and not finished"), this::said);
  }

  @ParameterizedTest
  @CsvSource({
    "missing.csv, 2, missing.csv: it does not exist",
    "'', 2, it is a directory",
    "cards.csv --patience 0, 2, --patience is 0"
  })
  void batch_wrongUse_saysWhat(String arguments, int exit, String message) {
    assertEquals(exit, run(("batch " + folder + "/" + arguments).split(" ")));
    assertTrue(said().contains(message), this::said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A1B2C3D4E", "A1B2C3D4\nA1B2C3D4", "FFFFFFFF"})
  void batch_passwordFileOfAnotherForm_isRefusedBeforeAnyCard(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("password"), text);
    assertEquals(1, run("batch", csv.toString(), "--password-file", file.toString()), this::said);
    assertTrue(said().contains("allowed is one line of 8 hexadecimal digits"), this::said);
    assertFalse(said().contains("A1B2C3D4"), this::said);
    assertFalse(Files.exists(folder.resolve("state/journal")));
  }

  @Test
  void batch_passwordFile_missingIsUsageAndReadByOthersIsWarnedAbout() throws IOException {
    Path file = folder.resolve("password");
    assertEquals(2, run("batch", csv.toString(), "--password-file", file.toString()), this::said);
    assertTrue(said().contains("cannot read --password-file " + file), this::said);
    Files.writeString(file, "A1B2C3D4 0102\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertEquals(0, run("batch", csv.toString(), "--password-file", file.toString()), this::said);
    assertTrue(said().contains("chmod 600 " + file), this::said);
    assertTrue(said().contains("takes the password of this file from then on"), this::said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "svg", "pdf", "zpl"})
  void qr_knownSuffix_writesTheFile(String suffix) throws IOException {
    Path file = folder.resolve("symbol." + suffix);
    assertEquals(0, run("qr", "HTTPS://EXAMPLE.COM/Q/0123456789", "--out", file.toString()));
    assertTrue(Files.size(file) > 100);
    assertTrue(said().contains("25 x 25 modules"), this::said);
  }

  @ParameterizedTest
  @CsvSource({
    "a.jpg, 0.5, 'allowed are names that end in .png, .svg, .pdf, .zpl'",
    "a.png, 0.1, --module is 0.1; allowed are 0.25 to 10.0 millimetres"
  })
  void qr_wrongOption_isUsage(String file, String module, String message) {
    Path path = folder.resolve(file);
    assertEquals(2, run("qr", "x", "--out", path.toString(), "--module", module, "--json"));
    assertTrue(said().contains(message), this::said);
    assertTrue(said().contains("{\"refused\":\"usage\",\"message\":"), this::said);
    assertFalse(Files.exists(path));
  }

  @Test
  void qr_ofMoreThanASymbolHolds_isAnExpectedNo() {
    Path path = folder.resolve("a.png");
    assertEquals(1, run("qr", "x".repeat(3_000), "--out", path.toString()), this::said);
    assertFalse(Files.exists(path));
  }

  @ParameterizedTest
  @CsvSource({
    "http://cards.example.com, a-token-of-some-length, 2, allowed is https://HOST",
    "http://127.0.0.1:99999, a-token-of-some-length, 2, --server names port 99999; allowed are 1",
    "https://cards.example.com, shorttoken, 2, allowed is one line of 16 to 512"
  })
  void station_wrongUse_saysWhatWithoutTheToken(
      String server, String token, int exit, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), token);
    assertEquals(
        exit, run("station", "--server", server, "--token-file", file.toString(), "--drain"));
    assertTrue(said().contains(message), this::said);
    assertFalse(said().contains(token), this::said);
  }

  @Test
  void station_tokenFileThatIsNoText_isUsageInWords() throws IOException {
    Path file = Files.write(folder.resolve("token"), new byte[] {(byte) 0xFF});
    assertEquals(
        2, run("station", "--server", "http://127.0.0.1", "--token-file", file.toString()));
    assertTrue(said().contains("cannot read --token-file " + file + ": it is not UTF-8"), said());
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    Surroundings around =
        new Surroundings(
            Readers.ofProvider(EmulatedReaders.TYPE, emulated.provider(), new ParkingClock()),
            new StateFolder(folder.resolve("state")),
            new JournaledWrites(
                folder.resolve("state/journal"), InstantSource.system(), new Random(1)));
    return AgentMain.run(new Console(utf8(out), utf8(err)), around, arguments);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream utf8(ByteArrayOutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
