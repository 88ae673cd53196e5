package tapwright.server.app.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tapwright.server.app.Answer;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.key.DataKey;
import tapwright.server.record.key.MasterSeal;
import tapwright.server.record.key.WrappedKey;

/**
 * Wraps the data keys of a record by the newest master key.
 *
 * <p>What is encrypted stays as it is, since the data keys stay the same: so servers work on
 * meanwhile, and only those that start later ask for the new master key.
 */
public final class RotateKeys {

  private final Ledger ledger;
  private final InstantSource clock;

  public RotateKeys(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The data keys, each with the master key that wraps it. */
  public CompletableFuture<List<WrappedKey>> state() {
    return ledger.readAcrossSellers(records -> records.dataKeys().all());
  }

  /**
   * Wraps all that the newest master key does not wrap yet; answers how many these were. What was
   * wrapped before one that cannot be unwrapped stays so: it opens as well as before.
   */
  public CompletableFuture<Answer<Integer>> rotate(MasterSeal masters) {
    return ledger.writeAcrossSellers(
        records -> {
          int wrapped = 0;
          for (WrappedKey key : old(records, masters)) {
            switch (OpenKeys.unwrapped(key, masters)) {
              case Answer.Refused<DataKey> refused -> {
                return Answer.refused(refused.refusal());
              }
              case Answer.Done<DataKey> open ->
                  records.dataKeys().rewrap(masters.wrap(key.name(), open.value()), now());
            }
            wrapped++;
          }
          return Answer.done(wrapped);
        });
  }

  private Instant now() {
    return clock.instant();
  }

  private static List<WrappedKey> old(Records records, MasterSeal masters) {
    return records.dataKeys().all().stream()
        .filter(key -> !key.master().equals(masters.newest()))
        .toList();
  }
}
