package tapwright.server.app.watch;

import java.util.concurrent.CompletableFuture;
import tapwright.server.record.Ledger;
import tapwright.server.record.StoreFault;
import tapwright.server.record.watch.SchemaStep;

/** Whether this node should be sent requests: it is not stopping, and it can work on the record. */
public final class Readiness {

  private final Ledger ledger;
  private final int schema;
  private volatile boolean stopping;

  /** What a node says of itself. */
  public enum State {
    /** Send it requests. */
    READY,
    /** It was told to stop; what it has taken it still answers. */
    STOPPING,
    /** It cannot read the record now. */
    RECORD_AWAY,
    /** A newer program has changed the record in a way that this one cannot work with. */
    SCHEMA_NEWER
  }

  /**
   * The readiness of a node.
   *
   * @param schema the newest version of the tables that this program knows
   */
  public Readiness(Ledger ledger, int schema) {
    this.ledger = ledger;
    this.schema = schema;
  }

  /** From now on it is stopping. */
  public void stop() {
    stopping = true;
  }

  /** How it is now. */
  public CompletableFuture<State> now() {
    if (stopping) {
      return CompletableFuture.completedFuture(State.STOPPING);
    }
    return ledger
        .readAcrossSellers(records -> records.figures().beyond(schema))
        .thenApply(
            steps ->
                steps.stream().allMatch(SchemaStep::expands) ? State.READY : State.SCHEMA_NEWER)
        .exceptionallyCompose(Readiness::away);
  }

  private static CompletableFuture<State> away(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return failure instanceof StoreFault || cause instanceof StoreFault
        ? CompletableFuture.completedFuture(State.RECORD_AWAY)
        : CompletableFuture.failedFuture(failure);
  }
}
