package tapwright.server.store.upkeep.chain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import tapwright.core.Refusal;
import tapwright.core.trail.ChainFault;
import tapwright.server.app.Answer;
import tapwright.server.record.key.CheckpointSeal;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.StoreRefusal;
import tapwright.server.store.upkeep.Fitness;
import tapwright.server.store.upkeep.Session;

/**
 * Checks every trail and every card's history of a record, link by link, beside the servers that
 * work on it; it holds one chain's doubtful entries at a time, and the first findings.
 */
public final class ChainAudit {

  private final RecordUrl url;

  public ChainAudit(RecordUrl url) {
    this.url = url;
  }

  /** What can be seen from the chains alone. */
  public Answer<ChainReport> verify() {
    ChainTally tally = new ChainTally();
    return unfit()
        .<Answer<ChainReport>>map(Answer::refused)
        .orElseGet(
            () -> {
              read(tally);
              return Answer.done(tally.report(Optional.empty()));
            });
  }

  /** The same, and what is gone or was written anew since the checkpoint was taken. */
  public Answer<ChainReport> verify(Path checkpoint, CheckpointSeal seal) {
    Optional<Refusal> unfit = unfit();
    if (unfit.isPresent()) {
      return Answer.refused(unfit.get());
    }
    return switch (CheckpointFile.checked(checkpoint, seal)) {
      case Answer.Refused<Instant>(Refusal refusal, var ignored) -> Answer.refused(refusal);
      case Answer.Done<Instant>(Instant at) -> Answer.done(compared(checkpoint, at));
    };
  }

  private ChainReport compared(Path checkpoint, Instant at) {
    ChainTally tally = new ChainTally();
    try (CheckpointFile.Reader lines = new CheckpointFile.Reader(checkpoint)) {
      SinceCheckpoint since = new SinceCheckpoint(lines, tally);
      read(since);
      since.end();
    }
    return tally.report(Optional.of(at));
  }

  /** Where a checkpoint is written. */
  public record Place(Path file, boolean overwrite) {}

  /**
   * Writes a checkpoint of a record in which nothing is found; where something is, answers that and
   * writes none.
   */
  public Answer<ChainReport> checkpoint(Place place, Instant at, CheckpointSeal seal) {
    Optional<Refusal> unfit = unfit().or(() -> taken(place));
    if (unfit.isPresent()) {
      return Answer.refused(unfit.get());
    }
    try (Session session = Session.reading(url)) {
      ChainTally tally = new ChainTally();
      read(session, tally);
      ChainReport report = tally.report(Optional.empty());
      if (report.inOrder()) {
        CheckpointFile.write(place.file(), at, seal, lines -> read(session, new LineTaker(lines)));
      }
      return Answer.done(report);
    }
  }

  private Optional<Refusal> unfit() {
    return Fitness.refusal(url);
  }

  private static Optional<Refusal> taken(Place place) {
    return Files.exists(place.file()) && !place.overwrite()
        ? Optional.of(StoreRefusal.CHECKPOINT_EXISTS.with("file", place.file()))
        : Optional.empty();
  }

  private void read(ChainTaker taker) {
    try (Session session = Session.reading(url)) {
      read(session, taker);
    }
  }

  static void read(Session session, ChainTaker taker) {
    CardChains.read(session, taker);
    TrailChains.read(session, taker);
    EventPlaces.read(session, taker);
  }

  /** Makes lines of chains; what was read without findings before has none now. */
  private record LineTaker(CheckpointFile.Lines lines) implements ChainTaker {
    @Override
    public long begin(ChainName name) {
      return 0;
    }

    @Override
    public void fault(ChainName name, ChainFault fault) {
      throw new IllegalStateException("found in the second reading only: " + fault);
    }

    @Override
    public void end(WalkedChain chain) {
      if (chain.last() > 0) {
        lines.add(CheckpointLine.of(chain));
      }
    }
  }
}
