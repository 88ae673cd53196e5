package tapwright.server.main.bench.record;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a run of {@code bench record} does.
 *
 * @param taps of how many taps over many cards each record is, ascending
 * @param seconds how long taps on top of it are measured
 * @param kept where the SQLite files stay; absent where nothing stays
 */
public record RecordSettings(List<Long> taps, int seconds, Optional<Path> kept) {

  /** A thousand cards share these, and a chip's read counter ends at 2^24 - 1. */
  public static final long MOST_TAPS = 1_000_000_000;

  public RecordSettings {
    taps = taps.stream().distinct().sorted().toList();
  }
}
