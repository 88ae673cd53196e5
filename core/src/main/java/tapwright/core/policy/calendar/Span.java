package tapwright.core.policy.calendar;

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
  public static final int MOST = 10_000;

  private static final int HOURS_A_DAY = 24;

  public Span {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException("count is " + count + ", allowed are 1 to " + MOST);
    }
  }

  /**
   * A number of days that it never exceeds: one more for the day on which it starts, and for
   * business days a week of three and a month of holidays.
   */
  public int atMostDays() {
    return switch (unit) {
      case HOURS -> Math.ceilDiv(count, HOURS_A_DAY) + 1;
      case CALENDAR_DAYS -> count + 1;
      case BUSINESS_DAYS -> count * 7 / 3 + 31;
    };
  }

  /** As a support person says it: {@code 7 calendar days}. */
  public String inWords() {
    String noun = unit.word().replace('-', ' ');
    return count + " " + (count == 1 ? noun.substring(0, noun.length() - 1) : noun);
  }
}
