package tapwright.server.main.serve;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.server.app.RecordOutage;
import tapwright.server.app.duty.DoDuties;
import tapwright.server.app.duty.KeepRecordSmall;
import tapwright.server.record.StoreFault;

/**
 * A round of work on the record, whatever comes of it.
 *
 * <p>What is not done now is still to be done in the next round, here or on another node; and
 * neither a record that is away nor one defect ends all rounds.
 */
final class RecordRound implements Rounds.Work {

  /** How late a duty may be done where nobody is told of it; a look costs a read of an index. */
  static final Duration DUTIES_EVERY = Duration.ofSeconds(1);

  /** Between two slices of clearing hits have the record for themselves for so long. */
  static final Duration BETWEEN_SLICES = Duration.ofMillis(50);

  /** How long until it is looked whether a new day has come, with more to clear. */
  static final Duration CLEARING_EVERY = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(RecordRound.class);

  private final String name;
  private final Duration afterFailure;
  private final Supplier<CompletableFuture<Duration>> work;
  private final RecordOutage outage;

  /**
   * A round.
   *
   * @param afterFailure the pause where the work itself answers none
   * @param work answers the pause until the next round
   */
  RecordRound(
      String name,
      Duration afterFailure,
      Supplier<CompletableFuture<Duration>> work,
      RecordOutage outage) {
    this.name = name;
    this.afterFailure = afterFailure;
    this.work = work;
    this.outage = outage;
  }

  /** A look at all duties. */
  static RecordRound ofDuties(DoDuties duties, RecordOutage outage) {
    return new RecordRound(
        "duties", DUTIES_EVERY, () -> duties.round().thenApply(done -> DUTIES_EVERY), outage);
  }

  /** A slice of what is cleared of the record, while there is more of it. */
  static RecordRound ofClearing(KeepRecordSmall keeping, RecordOutage outage) {
    return new RecordRound(
        "clearing",
        CLEARING_EVERY,
        () -> keeping.slice().thenApply(more -> more ? BETWEEN_SLICES : CLEARING_EVERY),
        outage);
  }

  @Override
  public Duration round() {
    try {
      Duration pause = work.get().join();
      outage.worked();
      return pause;
    } catch (RuntimeException e) {
      return notDone(StoreFault.cause(e));
    }
  }

  private Duration notDone(Throwable e) {
    if (RecordOutage.isOne(e)) {
      outage.failed(e);
    } else {
      LOG.warn(
          "a round of {} was not done; the next begins in {}: {}",
          name,
          afterFailure,
          RecordOutage.reason(e),
          e instanceof StoreFault ? null : e);
    }
    return afterFailure;
  }
}
