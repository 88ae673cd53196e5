package tapwright.core.policy.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * By when which step is due, and the share of a price that a shortened period leaves unused.
 *
 * @param dates the due dates
 * @param missing the years whose holidays are not on file
 */
record NaiveDues(SortedMap<String, Instant> dates, SortedSet<String> missing) {

  private static final Set<String> PAYING =
      Set.of(
          "full-refund",
          "partial-refund",
          "prorated-refund",
          "customer-choice",
          "seller-choice",
          "review");

  static NaiveDues of(World world, List<Plain> standing, String outcome) {
    NaiveDues dues = new NaiveDues(new TreeMap<>(), new TreeSet<>());
    standing.forEach(clause -> dues.add(world, clause, outcome));
    for (Plain duty : world.pack().duties(world.plain().kind())) {
      if (!standing.contains(duty) && world.holds(duty.find("when")).yes()) {
        dues.add(world, duty, outcome);
      }
    }
    return dues;
  }

  private void add(World world, Plain clause, String outcome) {
    for (Plain rule : clause.find("due").map(Plain::items).orElse(List.of())) {
      String step = rule.at("step").text();
      boolean idle = step.equals("refund") && !PAYING.contains(outcome);
      if (!idle && world.holds(rule.find("when")).yes()) {
        add(step, end(world, rule));
      }
    }
  }

  private void add(String step, NaiveCalendar.End end) {
    if (end.year() != null) {
      missing.add("holidays " + end.year());
    }
    Instant at = end.at();
    if (at != null) {
      dates.merge(step, at, (one, other) -> one.isBefore(other) ? one : other);
    }
  }

  private static NaiveCalendar.End end(World world, Plain rule) {
    if (rule.has("at")) {
      return new NaiveCalendar.End(first(world, rule.at("at").words()), null);
    }
    if (rule.has("anniversary-after")) {
      Instant at =
          anniversary(world, world.plain().events().get(rule.at("anniversary-after").text()));
      return new NaiveCalendar.End(at, null);
    }
    Instant start = rule.has("from") ? latest(world, rule.at("from").words()) : world.plain().at();
    return start == null ? new NaiveCalendar.End(null, null) : world.calendar().after(rule, start);
  }

  private static @Nullable Instant first(World world, List<String> events) {
    for (String event : events) {
      if (world.plain().events().containsKey(event)) {
        return world.plain().events().get(event);
      }
    }
    return null;
  }

  private static @Nullable Instant latest(World world, List<String> events) {
    Instant latest = null;
    for (String event : events) {
      Instant at = world.happenedAt(event);
      latest = at != null && (latest == null || at.isAfter(latest)) ? at : latest;
    }
    return latest;
  }

  /** The next anniversary: of the purchase where the date itself is one, else of the date. */
  private static @Nullable Instant anniversary(World world, @Nullable Instant date) {
    if (date == null) {
      return null;
    }
    int months = "annual".equals(world.plain().values().get("term")) ? 12 : 1;
    NaiveCalendar calendar = world.calendar();
    Instant bought = world.plain().events().get(World.PURCHASE);
    Instant origin = bought != null && meets(calendar, bought, months, date) ? bought : date;
    int term = 1;
    LocalDate day = calendar.dateOf(date);
    while (!calendar.dateOf(calendar.monthsAfter(origin, term * months)).isAfter(day)) {
      term++;
    }
    return calendar.monthsAfter(origin, term * months);
  }

  private static boolean meets(NaiveCalendar calendar, Instant origin, int months, Instant date) {
    LocalDate day = LocalDate.MIN;
    for (int term = 1; day.isBefore(calendar.dateOf(date)); term++) {
      day = calendar.dateOf(calendar.monthsAfter(origin, term * months));
    }
    return day.equals(calendar.dateOf(date));
  }

  /** Price times unused days by days of the period, rounded up; null where dates are missing. */
  static @Nullable String unusedShare(World world, String price) {
    Instant start = world.plain().events().get("periodStartedAt");
    Instant end = world.plain().events().get("paidUntil");
    Instant early = world.plain().events().get("discontinuedAt");
    if (start == null || end == null || early == null || start.compareTo(end) >= 0) {
      return null;
    }
    long days = 0;
    long unused = 0;
    LocalDate last = world.calendar().dateOf(end);
    LocalDate from = world.calendar().dateOf(early);
    LocalDate day = world.calendar().dateOf(start);
    do {
      days++;
      unused += day.isBefore(from) || !from.isBefore(last) ? 0 : 1;
      day = day.plusDays(1);
    } while (day.isBefore(last));
    String[] parts = price.split(" ", -1);
    BigDecimal whole = new BigDecimal(parts[0]);
    BigDecimal share =
        whole
            .multiply(BigDecimal.valueOf(unused))
            .divide(BigDecimal.valueOf(days), whole.scale(), RoundingMode.CEILING);
    return share.toPlainString() + " " + parts[1];
  }
}
