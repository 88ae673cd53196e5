package tapwright.agent.main.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedReader;
import tapwright.agent.emulator.EmulatedReaders;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.Pacing;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.main.AgentMain;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.StateFolder;
import tapwright.agent.main.console.Surroundings;
import tapwright.agent.pcsc.ParkingClock;
import tapwright.agent.pcsc.Readers;
import tapwright.core.tag.Uid;

/** Another card is laid down while one is inspected. */
class SwappedCardTest {

  private static final Uid FIRST = Uid.ofHex("04E141124C2880");
  private static final Uid SECOND = Uid.ofHex("04E141124C2881");

  @TempDir Path folder;

  private final EmulatedReaders emulated =
      new EmulatedReaders(new Pacing(Duration.ZERO, this::passed));
  private final EmulatedReader reader = emulated.attach(ReaderKind.ACR122U);
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private int exchanges;
  private int swapAfter;

  private void passed(Duration time) {
    exchanges++;
    if (exchanges == swapAfter) {
      reader.place(EmulatedTag.blank(EmulatedChip.NTAG213, SECOND));
    }
  }

  /** Inspects the first card, which is swapped after so many exchanges; 0 leaves it. */
  private int inspect(int swappedAfter) {
    exchanges = 0;
    swapAfter = swappedAfter;
    said.reset();
    reader.place(EmulatedTag.blank(EmulatedChip.NTAG213, FIRST));
    PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
    Surroundings around =
        new Surroundings(
            Readers.ofProvider(EmulatedReaders.TYPE, emulated.provider(), new ParkingClock()),
            new StateFolder(folder),
            (uid, message) -> verified -> {});
    return AgentMain.run(new Console(to, to), around, "card", "inspect");
  }

  @Test
  void swappedAfterAnyExchange_noFindingsOfTwoCardsAreJoined() {
    inspect(0); // finds out what the reader can do
    assertTrue(inspect(0) != Console.WORLD_FAILED, said.toString(StandardCharsets.UTF_8));
    int whole = exchanges;
    int named = 0;
    for (int exchange = 1; exchange < whole; exchange++) {
      assertEquals(Console.WORLD_FAILED, inspect(exchange), "after exchange " + exchange);
      named += said.toString(StandardCharsets.UTF_8).contains(SECOND + " lies there") ? 1 : 0;
    }

    assertEquals(1, named);
  }
}
