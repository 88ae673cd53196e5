package tapwright.agent.main.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.agent.emulator.CopiedTag;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedReader;
import tapwright.agent.emulator.EmulatedReaders;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.emulator.Tear;
import tapwright.agent.main.AgentMain;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.StateFolder;
import tapwright.agent.main.console.Surroundings;
import tapwright.agent.pcsc.AnsweringReader;
import tapwright.agent.pcsc.ParkingClock;
import tapwright.agent.pcsc.Readers;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

class CardCommandTest {

  private static final String URL = "https://example.com/t/AbC123";
  private static final String VCARD =
      "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jürgen Sample 张\r\nEMAIL:sample@example.com\r\nEND:VCARD\r\n";

  @TempDir Path folder;

  private final EmulatedReaders emulated = new EmulatedReaders();
  private final EmulatedReader reader = emulated.attach(ReaderKind.ACR122U);
  private final EmulatedTag tag =
      EmulatedTag.blank(EmulatedChip.NTAG216, Uid.ofHex("04E141124C2880"));
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<String> journal = new ArrayList<>();

  private Path vcard;

  @BeforeEach
  void layDown() throws Exception {
    vcard = Files.writeString(folder.resolve("sample.vcf"), VCARD);
    reader.place(tag);
  }

  private int run(String... arguments) {
    return run(
        Readers.ofProvider(EmulatedReaders.TYPE, emulated.provider(), new ParkingClock()),
        arguments);
  }

  private int run(Readers readers, String... arguments) {
    out.reset();
    err.reset();
    Console console = new Console(utf8(out), utf8(err));
    Surroundings around =
        new Surroundings(
            readers,
            new StateFolder(folder.resolve("state")),
            (uid, message) -> {
              journal.add("begun " + uid + " " + message.size());
              return verified -> journal.add("verified " + verified.pagesWritten());
            });
    return AgentMain.run(console, around, arguments);
  }

  private static PrintStream utf8(ByteArrayOutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private JsonNode json() throws Exception {
    return new ObjectMapper().readTree(said());
  }

  private int writeBoth() {
    return run("card", "write", "--url", URL, "--vcard", vcard.toString(), "--json");
  }

  @Test
  void write_json_hasWhatWasDone() throws Exception {
    assertEquals(Console.DONE, writeBoth(), complained());
    JsonNode written = json();
    assertEquals("04E141124C2880", written.get("uid").textValue());
    assertEquals("NTAG216", written.get("chip").textValue());
    assertTrue(written.get("verified").booleanValue());
    assertEquals(written.get("floor").intValue(), written.get("exchanges").intValue());
    assertEquals(0, written.get("probeExchanges").intValue());
    assertEquals(tag.writes(), written.get("pagesWritten").intValue());
    int bytes = written.get("bytes").intValue();
    assertEquals(List.of("begun 04E141124C2880 " + bytes, "verified " + tag.writes()), journal);
  }

  @Test
  void read_json_isWhatWasWritten() throws Exception {
    writeBoth();
    assertEquals(Console.DONE, run("card", "read", "--json"), complained());
    JsonNode read = json();
    assertEquals("uri", read.at("/records/0/kind").textValue());
    assertEquals(URL, read.at("/records/0/content").textValue());
    assertEquals("vcard", read.at("/records/1/kind").textValue());
    assertEquals(VCARD, read.at("/records/1/content").textValue());
    Bytes message = Bytes.ofHex(read.get("message").textValue());
    assertEquals(message, tag.memory().slice(18, 18 + message.size()));
  }

  @Test
  void read_text_showsLinkAndContact() {
    writeBoth();
    assertEquals(Console.DONE, run("card", "read"));
    assertTrue(said().contains("uri " + URL), said());
    assertTrue(said().contains("  FN:Jürgen Sample 张"), said());
  }

  @Test
  void write_again_writesNothingAndJournalsNothing() throws Exception {
    writeBoth();
    journal.clear();
    assertEquals(Console.DONE, writeBoth());
    assertEquals(0, json().get("pagesWritten").intValue());
    assertEquals(List.of(), journal);
  }

  @Test
  void verify_tellsWhereItDiffers() throws Exception {
    run("card", "write", "--url", URL);
    assertEquals(Console.DONE, run("card", "verify", "--url", URL), complained());
    assertEquals(Console.NO, run("card", "verify", "--url", URL + "4", "--json"));
    assertEquals(2, json().get("firstDifference").intValue());
    assertEquals(Console.NO, run("card", "verify", "--url", URL.replace("AbC", "AbD")));
    assertTrue(said().contains("differs from byte 21 of the message on"), said());
  }

  @Test
  void mirror_isWrittenReadAndVerified() throws Exception {
    String[] write = {"card", "write", "--url", URL + "?a=b", "--mirror", "uid,counter", "--json"};
    assertEquals(Console.DONE, run(write), complained());
    assertEquals(1, json().get("counterBaseline").intValue());
    assertEquals(
        Console.DONE, run("card", "verify", "--url", URL + "?a=b", "--mirror", "uid,counter"));
    run("card", "read");
    assertTrue(said().contains(URL + "?a=b&m=04E141124C2880x00000"), said());
    run("card", "inspect");
    assertTrue(said().contains("mirror: UID and counter from page"), said());
  }

  @Test
  void inspect_saysInWordsWhatTheCardIs() throws Exception {
    assertEquals(Console.DONE, run("card", "inspect"), complained());
    assertEquals(
        List.of(
            "NTAG216, UID 04E141124C2880 (known by its own answer to GET_VERSION)",
            "memory: 872 bytes for messages, writable",
            "locks: none",
            "protection: none",
            "mirror: off",
            "counter: off or not told",
            "content: the tag is empty: its NDEF message has 0 bytes",
            "verdict: unknown",
            "  it is empty",
            "  whether a card of this UID was made is not known here",
            "  anybody with a phone can change what it shows",
            "  the chip has no signature: a copy, an emulated chip, or an early genuine one"),
        said().lines().toList());
    run("card", "write", "--url", URL);
    run("card", "inspect", "--json");
    assertTrue(json().get("content").textValue().endsWith("bytes: uri " + URL), said());
  }

  @Test
  void inspect_namesLocksAndPassword() {
    tag.answer(Bytes.ofHex("A202000010FF"));
    tag.answer(Bytes.ofHex("A2E304000020"));
    reader.place(CopiedTag.of(tag));
    assertEquals(Console.DONE, run("card", "inspect"), complained());
    assertTrue(said().contains("locks: pages 04, 08-0F for ever"), said());
    assertTrue(
        said().contains("protection: a password for writing, from page 20 on (AUTH0)"), said());
  }

  @Test
  void tornCard_isAFaultOfTheWorldAndTheNextPresentationFinishesIt() throws Exception {
    tag.tearAt(new Tear(7, 2));
    assertEquals(Console.WORLD_FAILED, writeBoth());
    assertTrue(!complained().isBlank());
    reader.place(tag);
    assertEquals(Console.NO, run("card", "read"));
    assertEquals(Console.DONE, writeBoth(), complained());
    assertEquals(Console.DONE, run("card", "verify", "--url", URL, "--vcard", vcard.toString()));
  }

  @Test
  void messageThatDoesNotFit_isRefusedWithWhatWould() throws Exception {
    reader.place(EmulatedTag.blank(EmulatedChip.NTAG213, tag.uid()));
    Files.writeString(vcard, VCARD.replace("张", "x".repeat(200)));
    assertEquals(Console.NO, writeBoth());
    assertEquals("tag-message-too-long", json().get("refused").textValue());
    assertTrue(complained().contains("it fits NTAG215 (492), NTAG216 (868)"), complained());
  }

  @ParameterizedTest
  @CsvSource({
    "--url,ftp://example.com,2",
    "--url,nowhere,2",
    "--vcard,/nonexistent/sample.vcf,2",
    "--mirror,uid,2",
    "--mirror,'uid,counter',2",
    "--timeout,x,2",
    "--reader,No Such Reader,3"
  })
  void option_outsideWhatIsAllowed_isRefusedOrUsage(String option, String value, int exit) {
    List<String> arguments = new ArrayList<>(List.of("card", "write", option, value));
    if (option.equals("--timeout") || option.equals("--reader")) {
      arguments.addAll(List.of("--url", URL));
    }
    assertEquals(exit, run(arguments.toArray(String[]::new)), complained());
    assertEquals(0, tag.writes());
  }

  @Test
  void nothingToWrite_isUsage() {
    assertEquals(Console.USAGE, run("card", "write"));
    assertTrue(complained().contains("--url or --vcard is needed"), complained());
  }

  @Test
  void twoReaders_askForOneByPartOfItsName() {
    emulated.attach(ReaderKind.FF_ONLY);
    assertEquals(Console.USAGE, run("card", "read"));
    assertTrue(complained().contains("Tapwright Emulated Reader 01 00"), complained());
    assertEquals(Console.DONE, run("card", "inspect", "--reader", "Reader 00"), complained());
  }

  @Test
  void read_blankCard_saysThatItIsEmpty() throws Exception {
    assertEquals(Console.NO, run("card", "read", "--json"));
    assertEquals("tag-empty", json().get("refused").textValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"6D00", "6A81", "6A82"})
  void read_cardOfAnotherKind_isRefusedWithItsAtr(String status) throws Exception {
    assertEquals(
        Console.NO, run(AnsweringReader.with(Bytes.ofHex(status)), "card", "read", "--json"));
    assertEquals("card-foreign", json().get("refused").textValue());
    assertTrue(
        complained().contains("this is no NFC Type 2 or Type 4 tag (ATR 3B8180018080)"),
        complained());
  }

  @Test
  void vcard_thatIsADirectory_isUsageInWords() {
    assertEquals(Console.USAGE, run("card", "write", "--vcard", folder.toString()));
    assertTrue(
        complained().contains("cannot read --vcard " + folder + ": it is a directory"),
        complained());
  }

  @Test
  void noCard_saysToLayOne() {
    reader.remove();
    assertEquals(Console.WORLD_FAILED, run("card", "read", "--timeout", "0"));
    assertTrue(complained().contains("no card was laid on"), complained());
  }

  @Test
  void readers_learntAreKeptInTheStateFolder() throws Exception {
    run("card", "inspect");
    assertTrue(
        Files.readString(folder.resolve("state/readers.tsv")).contains("Tapwright Emulated"));
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, /state, '', '', /state",
    "Linux, '', '', '', /home/u/.local/share/tapwright",
    "Linux, '', /data, '', /data/tapwright",
    "Mac OS X, '', /data, '', /home/u/Library/Application Support/Tapwright",
    "Windows 11, '', '', /local, /local/Tapwright",
    "Windows 11, '', '', '', /home/u/AppData/Local/Tapwright"
  })
  void stateFolder_isNamedOrThePlatforms(
      String system, String named, String xdg, String local, String path) {
    Map<String, String> environment =
        Map.of("TAPWRIGHT_HOME", named, "XDG_DATA_HOME", xdg, "LOCALAPPDATA", local);
    assertEquals(Path.of(path), StateFolder.of(environment, system, Path.of("/home/u")).path());
  }
}
