package tapwright.agent.main.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.main.console.Console;
import tapwright.core.tag.Uid;

/** What the commands about a card say, in windows of several widths. */
class CardWindowTest extends CardDesk {

  private static final Uid UID = Uid.ofHex("04A1B2C3D4E5F6");
  private static final String URL = "https://example.com/t/A1";

  /** A line that is too long for the window is a single word: bytes or a link. */
  @Override
  void checkSaid(String everything) {
    everything
        .lines()
        .filter(line -> line.length() > window.orElse(Integer.MAX_VALUE))
        .forEach(line -> assertTrue(line.strip().indexOf(' ') < 0, line));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 200})
  void everythingSaid_staysWithinTheWindow(int columns) throws IOException {
    window = OptionalInt.of(columns);
    reader.place(EmulatedTag.blank(EmulatedChip.NTAG213, UID));
    String password = secretFile("password", "A1B2C3D45EC2");
    assertDone("readers");
    assertDone("card", "write", "--url", URL, "--password-file", password);
    assertDone("card", "read");
    assertDone("card", "inspect");
    assertEquals(Console.NO, run("card", "verify", "--url", URL + "x"));
    assertDone("card", "lock", "--dry-run", "--password-file", password);
    assertEquals(Console.NO, run("card", "write", "--url", URL + "a".repeat(200)));
    assertEquals(Console.NO, run("card", "erase", "--again"));
    assertDone("card", "erase", "--again", "--password-file", password);
    assertEquals(Console.USAGE, run("card", "lock", "--patience", "4"));
  }

  @Test
  void jsonAndPipes_areNeverBroken() throws IOException {
    reader.place(EmulatedTag.blank(EmulatedChip.NTAG213, UID));
    assertDone("card", "write", "--url", URL);
    assertEquals(1, said().lines().count(), said());
    window = OptionalInt.of(40);
    assertDone("card", "read", "--json");
    assertEquals(1, said().lines().count(), said());
  }
}
