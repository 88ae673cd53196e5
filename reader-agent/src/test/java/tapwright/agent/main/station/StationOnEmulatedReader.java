package tapwright.agent.main.station;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedReaders;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.main.AgentMain;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.StateFolder;
import tapwright.agent.main.console.Surroundings;
import tapwright.agent.pcsc.ParkingClock;
import tapwright.agent.pcsc.Readers;
import tapwright.agent.station.journal.JournaledWrites;

/** The station command in a process of its own, with one blank tag on an emulated reader. */
final class StationOnEmulatedReader {

  private StationOnEmulatedReader() {}

  /** The state folder, then what follows {@code station} on the command line. */
  public static void main(String[] arguments) {
    Path state = Path.of(arguments[0]);
    EmulatedReaders emulated = new EmulatedReaders();
    emulated
        .attach(ReaderKind.ACR122U)
        .place(EmulatedTag.blank(EmulatedChip.NTAG216, new Random(1)));
    Surroundings around =
        new Surroundings(
            Readers.ofProvider(EmulatedReaders.TYPE, emulated.provider(), new ParkingClock()),
            new StateFolder(state),
            new JournaledWrites(state.resolve("journal"), InstantSource.system(), new Random(1)));
    String[] command = arguments.clone();
    command[0] = "station";
    System.exit(AgentMain.run(new Console(System.out, System.err), around, command));
  }
}
