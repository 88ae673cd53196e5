package tapwright.server.main.bench.taps;

import java.util.List;
import java.util.Locale;
import tapwright.server.main.bench.load.TapLoad;

/**
 * A ratio that taps are to reach, on bare links.
 *
 * @param row whose answers a second
 * @param against those of which row
 * @param load under which load
 * @param least the ratio
 */
record TapBar(TapRow row, TapRow against, TapLoad load, double least) {

  private static final TapLoad AT_32 = new TapLoad(TapLoad.Kind.LINK, 1, 32);
  private static final TapLoad AT_128 = new TapLoad(TapLoad.Kind.LINK, 1, 128);
  private static final TapLoad MANY = new TapLoad(TapLoad.Kind.LINK, TapLoad.MANY_CARDS, 32);

  /** What a program of the same kind without classing reached on two cores. */
  static List<TapBar> all() {
    return List.of(
        new TapBar(TapRow.SQLITE, TapRow.BARE, AT_128, 0.45),
        new TapBar(TapRow.SQLITE, TapRow.BARE, AT_32, 0.30),
        new TapBar(TapRow.SQLITE, TapRow.BARE, MANY, 0.15),
        new TapBar(TapRow.POSTGRES, TapRow.BARE, AT_128, 0.33),
        new TapBar(TapRow.POSTGRES, TapRow.BARE, AT_32, 0.17),
        new TapBar(TapRow.POSTGRES, TapRow.BARE, MANY, 0.12),
        new TapBar(TapRow.SQLITE, TapRow.SQLITE_SINGLE, AT_32, 10),
        new TapBar(TapRow.POSTGRES, TapRow.POSTGRES_SINGLE, AT_128, 3));
  }

  /** As it is shown: {@code SQLite / bare redirect, 1 card at 128}. */
  String label() {
    return String.format(
        Locale.ROOT,
        "%s / %s, %,d %s at %d",
        row.label(),
        against.label(),
        load.cards(),
        load.cards() == 1 ? "card" : "cards",
        load.connections());
  }
}
