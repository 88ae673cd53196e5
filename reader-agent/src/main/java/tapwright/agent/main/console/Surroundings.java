package tapwright.agent.main.console;

import java.security.SecureRandom;
import java.time.InstantSource;
import tapwright.agent.encode.WriteRecord;
import tapwright.agent.pcsc.Readers;
import tapwright.agent.station.journal.JournaledWrites;

/**
 * What the commands find around them; tests give them other surroundings.
 *
 * @param readers the machine's readers, or emulated ones
 * @param state where files are kept
 * @param writes where single writes are written down before and after
 */
public record Surroundings(Readers readers, StateFolder state, WriteRecord writes) {

  /** Those of this process. */
  public static Surroundings ofProcess(Readers readers) {
    StateFolder state = StateFolder.ofProcess();
    return new Surroundings(
        readers,
        state,
        new JournaledWrites(state.file("journal"), InstantSource.system(), new SecureRandom()));
  }
}
