package tapwright.server.metrics;

import java.util.Locale;

/** Enum constants as values of labels. */
final class Labels {

  private Labels() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
