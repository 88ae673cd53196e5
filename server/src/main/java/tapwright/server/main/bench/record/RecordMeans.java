package tapwright.server.main.bench.record;

import java.util.function.Function;
import tapwright.server.app.claim.DecideClaims;
import tapwright.server.app.hit.TakeHits;
import tapwright.server.record.Ledger;
import tapwright.server.store.postgres.PostgresStore;

/**
 * What {@code bench record} works with.
 *
 * @param mainClass what a server is started with
 * @param desk takes hits for a record, {@link #WAITING} at a time
 * @param decisions decides claims on a record
 * @param store time and chance
 */
public record RecordMeans(
    String mainClass,
    Function<Ledger, TakeHits> desk,
    Function<Ledger, DecideClaims> decisions,
    PostgresStore.Means store) {

  /** As many batches as keep the store busy. */
  public static final int WAITING = 16_384;

  /** Large, since nobody waits for a single tap while a record is loaded. */
  public static final int BATCH = 4_096;
}
