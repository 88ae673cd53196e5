package tapwright.agent.station;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.WriteRecord;
import tapwright.agent.station.JournalStep.Kind;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/**
 * Writes cards by hand down in the station's journal; the journal is held from before the first
 * page changes until the card was read back, so that no batch works beside it.
 */
public final class JournaledWrites implements WriteRecord {

  private final Path folder;
  private final InstantSource clock;
  private final RandomGenerator random;

  public JournaledWrites(Path folder, InstantSource clock, RandomGenerator random) {
    this.folder = folder;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public Entry begin(Uid uid, Bytes message) {
    Journal journal = Journal.open(folder, clock, random);
    journal.append(JournalStep.byHand(Kind.HAND_BEGUN, uid, message.sha256()));
    return outcome -> verified(journal, uid, outcome);
  }

  private static void verified(Journal journal, Uid uid, EncodeOutcome.Verified outcome) {
    try (journal) {
      journal.append(JournalStep.byHand(Kind.HAND_VERIFIED, uid, outcome.message().sha256()));
    }
  }
}
