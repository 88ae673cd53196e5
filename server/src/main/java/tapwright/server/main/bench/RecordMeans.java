package tapwright.server.main.bench;

import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import tapwright.server.app.DecideClaims;
import tapwright.server.app.Ledger;
import tapwright.server.app.TakeHits;

/**
 * What {@code bench record} works with.
 *
 * @param mainClass what a server is started with
 * @param desk takes hits for a record, {@link #WAITING} at a time
 * @param decisions decides claims on a record
 * @param nanos the time that has passed since some instant
 */
public record RecordMeans(
    String mainClass,
    Function<Ledger, TakeHits> desk,
    Function<Ledger, DecideClaims> decisions,
    LongSupplier nanos,
    RandomGenerator random) {

  /** As many batches as keep the store busy. */
  public static final int WAITING = 16_384;

  /** Large, since nobody waits for a single tap while a record is loaded. */
  public static final int BATCH = 4_096;
}
