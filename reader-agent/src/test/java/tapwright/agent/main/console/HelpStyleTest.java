package tapwright.agent.main.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tapwright.agent.emulator.EmulatedReaders;
import tapwright.agent.encode.WriteRecord;
import tapwright.agent.main.AgentMain;
import tapwright.agent.pcsc.ParkingClock;
import tapwright.agent.pcsc.Readers;

class HelpStyleTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "60, 0, 60",
    "'', 100, 100",
    "'', 0, 80",
    "20, 0, 55",
    "400, 0, 110",
    "wide, 90, 90",
  })
  void width_isTheWindowsWithinBounds(String columns, int terminal, int width) {
    OptionalInt watched = terminal == 0 ? OptionalInt.empty() : OptionalInt.of(terminal);
    assertEquals(width, HelpStyle.width(Map.of("COLUMNS", columns), watched));
  }

  /** Every command's help, in a narrow, a usual and a wide window. */
  @ParameterizedTest
  @ValueSource(strings = {"55", "60", "80", "110", "200"})
  void help_staysWithinTheWindow(String columns) {
    CommandLine line = new CommandLine(agent());
    HelpStyle.apply(
        line, Map.of("COLUMNS", columns, "NO_COLOR", "1", "TERM", "xterm"), OptionalInt.empty());
    assertWithin(Math.min(Integer.parseInt(columns), 110), line);
  }

  private AgentMain agent() {
    Readers readers =
        Readers.ofProvider(
            EmulatedReaders.TYPE, new EmulatedReaders().provider(), new ParkingClock());
    return new AgentMain(
        new Console(System.out, System.err),
        new Surroundings(readers, new StateFolder(folder), WriteRecord.NONE));
  }

  private static void assertWithin(int width, CommandLine line) {
    String help = line.getUsageMessage();
    assertFalse(help.contains("\u001B"), help);
    assertTrue(help.lines().allMatch(text -> text.length() <= width), help);
    line.getSubcommands().values().forEach(inner -> assertWithin(width, inner));
  }

  @ParameterizedTest
  @CsvSource({"TERM, dumb, true", "NO_COLOR, 1, true", "NO_COLOR, '', false", "TERM, xterm, false"})
  void plain_isWhatWasAskedForOrIsAllThatIsUnderstood(String name, String value, boolean plain) {
    assertEquals(plain, HelpStyle.isPlain(Map.of(name, value)));
  }
}
