package tapwright.core.policy;

/**
 * A length of time with the rules by which it is counted.
 *
 * @param unit what is counted
 * @param count how many
 * @param firstDay whether the starting date counts; without meaning for hours
 * @param lastDay where it ends; without meaning for hours
 */
public record Span(Unit unit, int count, FirstDay firstDay, LastDay lastDay) {

  /** Far above any published term, low enough that no date overflows. */
  static final int MOST = 10_000;

  public Span {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException("count is " + count + ", allowed are 1 to " + MOST);
    }
  }

  /** As a support person says it: {@code 7 calendar days}. */
  String inWords() {
    String noun = unit.word().replace('-', ' ');
    return count + " " + (count == 1 ? noun.substring(0, noun.length() - 1) : noun);
  }
}
