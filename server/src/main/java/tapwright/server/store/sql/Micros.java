package tapwright.server.store.sql;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as the record keeps them: whole microseconds since 1970-01-01T00:00Z. */
public final class Micros {

  private static final long A_SECOND = 1_000_000;

  private Micros() {}

  public static long of(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  public static Instant toInstant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, A_SECOND), Math.floorMod(micros, A_SECOND) * 1_000);
  }
}
