package tapwright.core.trail;

import java.util.Locale;
import tapwright.core.Bytes;

/** Links as reports show them. */
final class Shown {

  /** Enough to tell two links apart by eye. */
  private static final int BYTES = 8;

  private Shown() {}

  static String of(Bytes link) {
    return link.slice(0, Math.min(BYTES, link.size())).toHex().toLowerCase(Locale.ROOT) + "…";
  }
}
