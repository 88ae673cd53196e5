package tapwright.server.main.bench;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /** At the same reason's account: full speed for so long fits beside the rounds before. */
  public static final int MOST_SECONDS = 60;

  public TapsSettings {
    rows = Set.copyOf(rows);
    loads = List.copyOf(loads);
  }
}
