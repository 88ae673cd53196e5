package tapwright.server.app.access;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.Bytes;
import tapwright.server.record.Ledger;

/** Sees to it that all who work on a record have the same keys. */
public final class CheckKeys {

  private final Ledger ledger;
  private final InstantSource clock;

  public CheckKeys(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Whether the record was made with keys already. */
  public CompletableFuture<Boolean> isKnown() {
    return ledger.read(records -> records.keyCheck().value().isPresent());
  }

  /** Whether keys with this check value are those of the record; the first ones become so. */
  public CompletableFuture<Boolean> fit(Bytes value) {
    return ledger.write(
        records -> {
          Optional<Bytes> known = records.keyCheck().value();
          if (known.isEmpty()) {
            records.keyCheck().set(value, clock.instant());
          }
          return known.isEmpty() || known.get().equals(value);
        });
  }
}
