package tapwright.agent.main.emulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.agent.main.console.Console;
import tapwright.agent.pcsc.Readers;
import tapwright.core.Checked;

class EmulatedDeskTest {

  @TempDir Path folder;

  private final PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true);
  private final EmulatedDesk desk = new EmulatedDesk(new Console(nowhere, nowhere));

  @Test
  void environmentWithoutIt_leavesTheMachinesReaders() {
    assertEquals(Optional.empty(), desk.in(Map.of("TAPWRIGHT_PCSC", "own")));
  }

  @Test
  void card_isBlankAtFirstAndTheSameAfterwards() throws IOException {
    Path file = folder.resolve("card=1.image");
    Readers first = passed("NTAG424=" + file);
    List<String> kept = Files.readAllLines(file);
    passed("NTAG424=" + file);

    assertEquals(List.of("Tapwright Emulated Reader 00 00"), first.names());
    assertTrue(first.states().getFirst().toString().contains("true"), first.states()::toString);
    assertEquals("chip NTAG424", kept.get(1));
    assertEquals(kept, Files.readAllLines(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NTAG216", "NTAG216=", "=card", "NTAG999=card"})
  void settingOfAnotherForm_isRefused(String setting) {
    assertEquals("command-emulated", refusedCode(setting));
  }

  @Test
  void cardThatCannotBeKept_isRefused() {
    assertEquals("command-emulated", refusedCode("NTAG216=" + folder.resolve("no/such/card")));
  }

  @Test
  void cardOfAnotherModel_isRefused() {
    Path file = folder.resolve("card.image");
    passed("NTAG216=" + file);

    assertEquals("tag-image-of-other-tag", refusedCode("NTAG215=" + file));
  }

  private Readers passed(String setting) {
    Checked<Readers> readers = desk.in(Map.of(EmulatedDesk.VARIABLE, setting)).orElseThrow();
    return readers.orThrow();
  }

  private String refusedCode(String setting) {
    Checked<Readers> readers = desk.in(Map.of(EmulatedDesk.VARIABLE, setting)).orElseThrow();
    return assertInstanceOf(Checked.Refused.class, readers).refusal().code().code();
  }
}
