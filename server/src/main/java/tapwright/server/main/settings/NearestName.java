package tapwright.server.main.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name that somebody who misspelt one may have meant. */
final class NearestName {

  /** A third of the letters wrong is another word. */
  private static final int LETTERS_A_SLIP = 3;

  private NearestName() {}

  /** The known name with the fewest slips between; empty where none is near. */
  static Optional<String> to(String typed, Collection<String> known) {
    return known.stream()
        .filter(name -> slips(typed, name) <= Math.max(1, name.length() / LETTERS_A_SLIP))
        .min(Comparator.comparingInt(name -> slips(typed, name)));
  }

  /** Letters added, left out or changed between the two (V. I. Levenshtein, 1966). */
  static int slips(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int i = 0; i <= to.length(); i++) {
      row[i] = i;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
