package tapwright.server.main.db;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import tapwright.core.Refusal;
import tapwright.server.app.Answer;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.installation.StateFolder;
import tapwright.server.record.key.CheckpointSeal;
import tapwright.server.security.CheckpointKey;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.upkeep.Fitness;

/** The seal of checkpoints, from the keys of this installation. */
final class CheckpointKeys {

  private CheckpointKeys() {}

  /** Does the work with the seal; refused where there is no record of this version. */
  static <T> Answer<T> with(
      RecordUrl url, BiFunction<CheckpointSeal, InstantSource, Answer<T>> work) {
    // Before the installation, which makes a record where there is none and brings it up to date.
    Optional<Refusal> unfit = Fitness.refusal(url);
    if (unfit.isPresent()) {
      return Answer.refused(unfit.get());
    }
    CheckpointSeal seal;
    try (Installation installation = Installation.open(StateFolder.ofThisProcess(), url)) {
      seal = new CheckpointKey(installation.keys());
    }
    return work.apply(seal, Installation.CLOCK);
  }
}
