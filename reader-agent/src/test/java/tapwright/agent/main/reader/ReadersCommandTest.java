package tapwright.agent.main.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedReader;
import tapwright.agent.emulator.EmulatedReaders;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.encode.WriteRecord;
import tapwright.agent.main.AgentMain;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.StateFolder;
import tapwright.agent.main.console.Surroundings;
import tapwright.agent.pcsc.ParkingClock;
import tapwright.agent.pcsc.Readers;
import tapwright.core.tag.Uid;

/** Slots of a SAM or a contact card beside those for cards, and what goes through a reader. */
class ReadersCommandTest {

  private static final String MODEL = "ACS ACR1252 Dual Reader";

  @TempDir Path folder;

  private final EmulatedReaders emulated = new EmulatedReaders();
  private final EmulatedReader reader = emulated.attach(ReaderKind.ACR1252U, MODEL + " PICC");
  private final EmulatedReader sam = emulated.attach(ReaderKind.FF_ONLY, MODEL + " SAM");
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    out.reset();
    err.reset();
    Readers readers =
        Readers.ofProvider(EmulatedReaders.TYPE, emulated.provider(), new ParkingClock());
    Surroundings around =
        new Surroundings(readers, new StateFolder(folder.resolve("state")), WriteRecord.NONE);
    return AgentMain.run(new Console(stream(out), stream(err)), around, arguments);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private void layDown() {
    reader.place(EmulatedTag.blank(EmulatedChip.NTAG216, Uid.ofHex("04E141124C2880")));
  }

  @Test
  void readers_sayWhichSlotsTakeNoCards() throws Exception {
    assertEquals(Console.DONE, run("readers"));
    assertEquals(
        List.of(
            reader.name() + ": no card lies there",
            sam.name() + ": takes no tap card, it is the slot of a SAM or a contact card"),
        out.toString(StandardCharsets.UTF_8).lines().toList());

    run("readers", "--json");
    JsonNode rows = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    assertEquals("ACS ACR1252U", rows.get(0).get("model").textValue());
    assertTrue(rows.get(0).get("takesCards").booleanValue());
    assertFalse(rows.get(1).get("takesCards").booleanValue());
  }

  @Test
  void readers_sayWhichChipLiesThere() throws Exception {
    layDown();
    assertEquals(Console.DONE, run("readers"));
    assertEquals(
        reader.name() + ": NTAG216, UID 04E141124C2880",
        out.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow());
    run("readers", "--json");
    JsonNode rows = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    assertEquals("NTAG216", rows.get(0).get("chip").textValue());
  }

  @Test
  void card_isLaidOnTheOneSlotThatTakesCards() {
    layDown();
    assertEquals(Console.DONE, run("card", "inspect"), err.toString(StandardCharsets.UTF_8));
    assertEquals(Console.WORLD_FAILED, run("card", "inspect", "--reader", "SAM"));
    assertTrue(
        err.toString(StandardCharsets.UTF_8).contains("attached: " + reader.name()), err::toString);
  }

  @Test
  void reader_thatIsNotThere_isTheWorldsFaultInJsonToo() throws Exception {
    assertEquals(
        Console.WORLD_FAILED, run("card", "read", "--reader", "nosuch", "--json"), err::toString);
    JsonNode answer = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    assertEquals("world-failed", answer.get("failed").textValue());
    assertTrue(answer.get("message").textValue().contains("nosuch"));
  }

  @Test
  void commandLine_wrong_isOneLineWithTheWayToItsHelp() throws Exception {
    assertEquals(Console.USAGE, run("card", "write", "--url", "foo", "--json"));
    List<String> said = err.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals(2, said.size(), said::toString);
    assertEquals("see 'tapwright card write --help'", said.getLast());
    JsonNode answer = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    assertEquals("usage", answer.get("refused").textValue());
    assertEquals(Console.USAGE, run("card", "nonsense"));
    assertFalse(err.toString(StandardCharsets.UTF_8).contains("Did you mean"));
  }

  @Test
  void trace_holdsWhatWentThroughTheReader() throws Exception {
    layDown();
    Path trace = folder.resolve("my.transcript");
    assertEquals(
        Console.DONE,
        run("card", "write", "--url", "https://example.com/t/A", "--trace", trace.toString()));

    List<String> lines = Files.readAllLines(trace);
    assertTrue(lines.contains("reader = " + reader.name()));
    assertTrue(lines.contains("> FFC200010395016000"));
    assertTrue(lines.contains("< C003009000970800040402010013039000"));
    assertEquals("< C0030090009000", lines.getLast());
  }

  @Test
  void trace_thatCannotBeWritten_isUsage() {
    Path nowhere = folder.resolve("nowhere").resolve("trace");
    assertEquals(Console.USAGE, run("card", "read", "--trace", nowhere.toString()));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("cannot write --trace"));
  }
}
