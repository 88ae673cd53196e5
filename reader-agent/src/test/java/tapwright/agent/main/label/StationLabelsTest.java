package tapwright.agent.main.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedReader;
import tapwright.agent.emulator.EmulatedReaders;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.main.AgentMain;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.StateFolder;
import tapwright.agent.main.console.Surroundings;
import tapwright.agent.pcsc.ParkingClock;
import tapwright.agent.pcsc.Readers;
import tapwright.agent.print.target.zpl.FakeLabelPrinter;
import tapwright.agent.station.journal.JournaledWrites;

/** A label for each card that is made, from reader to printer. */
class StationLabelsTest {

  private static final String LINK = "https://tap.example.com/Q/0123456789";

  @TempDir Path folder;

  private final EmulatedReaders emulated = new EmulatedReaders();
  private final EmulatedReader reader = emulated.attach(ReaderKind.ACR122U);
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private FakeLabelPrinter printer;

  @BeforeEach
  void start() throws Exception {
    printer = new FakeLabelPrinter();
    reader.place(EmulatedTag.blank(EmulatedChip.NTAG216, new Random(1)));
  }

  @AfterEach
  void end() throws Exception {
    printer.close();
  }

  private int run(String... arguments) {
    said.reset();
    StateFolder state = new StateFolder(folder.resolve("state"));
    Surroundings around =
        new Surroundings(
            Readers.ofProvider(EmulatedReaders.TYPE, emulated.provider(), new ParkingClock()),
            state,
            new JournaledWrites(state.file("journal"), InstantSource.system(), new Random(1)));
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    return AgentMain.run(new Console(stream, stream), around, arguments);
  }

  private String text() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private String[] batch(String name, String... more) throws Exception {
    Path csv = folder.resolve("cards.csv");
    Files.write(csv, List.of("name,url,order", name + "," + LINK + ",S-1"));
    List<String> command = new ArrayList<>(List.of("batch", csv.toString()));
    command.addAll(List.of(more));
    return command.toArray(String[]::new);
  }

  private String[] labelled(String name) throws Exception {
    return batch(name, "--label", "desk-label", "--to", printer.address().name());
  }

  @Test
  void madeCard_getsItsLabelOnce() throws Exception {
    assertEquals(0, run(labelled("Ada")), text());
    assertTrue(text().contains("1 label printed"), text());
    assertEquals(0, run(labelled("Ada")), text());
    assertEquals(1, printer.labels().size());
  }

  @Test
  void label_isPrintedAgainByItsCardsNumber() throws Exception {
    assertEquals(0, run(labelled("Ada")), text());
    String[] again = {
      "label", "0123456789", "--template", "desk-label", "--to", printer.address().name(), "--again"
    };
    assertEquals(0, run(again), text());
    assertTrue(text().contains("1 of 1 label printed, 1 of them again"), text());
    assertEquals(2, printer.labels().size());
  }

  @Test
  void printerThatIsOff_leavesTheLabelForTheNextRun() throws Exception {
    String[] off = labelled("Ada");
    FakeLabelPrinter other = printer;
    other.close();
    assertEquals(Console.WORLD_FAILED, run(off), text());
    assertTrue(text().contains("labels not printed: line 2 (Ada)"), text());

    printer = new FakeLabelPrinter();
    assertEquals(0, run(labelled("Ada")), text());
    assertEquals(1, printer.labels().size());
  }

  @Test
  void cardWhoseLabelCannotBePrinted_isMadeAndTold() throws Exception {
    assertEquals(Console.NO, run(labelled("\u16A0")), text());
    assertTrue(text().contains("1 of 1 cards verified"), text());
    assertTrue(text().contains("no label: line 2"), text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--label desk-label",
        "--to zpl://127.0.0.1",
        "--label none --to zpl://127.0.0.1",
        "--label sheet-a4 --to zpl://127.0.0.1",
        "--label desk-label --to labels.pdf",
      })
  void wrongOptions_areUsage(String options) throws Exception {
    assertEquals(Console.USAGE, run(batch("Ada", options.split(" ", -1))), text());
  }
}
