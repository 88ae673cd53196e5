package tapwright.server.main.bench.taps;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tapwright.server.main.bench.load.TapLoad;
import tapwright.server.main.bench.stage.PostgresAccess;

/**
 * What a run of {@code bench taps} does.
 *
 * @param rows what is measured
 * @param loads under which loads
 * @param rounds how often each
 * @param seconds how long each time
 * @param postgres an empty database; a cluster of its own is made where it is absent
 * @param profiled whether it is written down where the servers spend their time
 */
public record TapsSettings(
    Set<TapRow> rows,
    List<TapLoad> loads,
    int rounds,
    int seconds,
    Optional<PostgresAccess> postgres,
    boolean profiled) {

  /** Rounds use up read counters, of which a chip has 24 bits. */
  public static final int MOST_ROUNDS = 50;

  /** For the same reason: at full speed for so long a counter is far from its end. */
  public static final int MOST_SECONDS = 60;

  public TapsSettings {
    rows = Set.copyOf(rows);
    loads = List.copyOf(loads);
  }
}
