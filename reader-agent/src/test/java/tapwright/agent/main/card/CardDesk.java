package tapwright.agent.main.card;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import tapwright.agent.emulator.EmulatedReader;
import tapwright.agent.emulator.EmulatedReaders;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.main.AgentMain;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.StateFolder;
import tapwright.agent.main.console.Surroundings;
import tapwright.agent.pcsc.ParkingClock;
import tapwright.agent.pcsc.Readers;
import tapwright.agent.station.journal.JournaledWrites;

/** A desk with one emulated reader and a real journal, for tests of commands as staff call them. */
abstract class CardDesk {

  @TempDir Path folder;

  private final EmulatedReaders emulated = new EmulatedReaders();
  final EmulatedReader reader = emulated.attach(ReaderKind.ACR122U);

  /** The columns in which somebody watches; empty where nobody does. */
  OptionalInt window = OptionalInt.empty();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** Runs a command anew, and shows all that it said to the check. */
  final int run(String... arguments) {
    out.reset();
    err.reset();
    StateFolder state = new StateFolder(folder.resolve("state"));
    Surroundings around =
        new Surroundings(
            Readers.ofProvider(EmulatedReaders.TYPE, emulated.provider(), new ParkingClock()),
            state,
            new JournaledWrites(state.file("journal"), InstantSource.system(), new Random(68)));
    int exitCode =
        AgentMain.run(new Console(utf8(out), utf8(err)).within(window), around, arguments);
    checkSaid(said() + complained());
    return exitCode;
  }

  /** Fails where a secret was said. */
  void checkSaid(String everything) {}

  private static PrintStream utf8(ByteArrayOutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  final String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  final String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }

  final JsonNode json() throws IOException {
    return new ObjectMapper().readTree(said());
  }

  final void assertDone(String... arguments) {
    assertEquals(Console.DONE, run(arguments), complained() + said());
  }

  /** Expects the refusal, in the command's JSON. */
  final void assertRefused(String code, String... arguments) throws IOException {
    assertEquals(Console.NO, run(arguments), said());
    assertEquals(code, json().get("refused").textValue(), said());
  }

  /** A file that only its owner may read; its name. */
  final String secretFile(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file.toString();
  }
}
