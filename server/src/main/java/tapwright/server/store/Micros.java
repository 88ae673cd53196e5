package tapwright.server.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as the record keeps them: whole microseconds since 1970-01-01T00:00Z. */
final class Micros {

  private static final long A_SECOND = 1_000_000;

  private Micros() {}

  static long of(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  static Instant toInstant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, A_SECOND), Math.floorMod(micros, A_SECOND) * 1_000);
  }
}
