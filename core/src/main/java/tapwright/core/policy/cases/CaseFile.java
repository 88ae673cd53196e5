package tapwright.core.policy.cases;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tapwright.core.Checked;
import tapwright.core.policy.PolicyRefusal;
import tapwright.core.policy.calendar.Calendar;
import tapwright.core.policy.calendar.WorkWeek;
import tapwright.core.policy.pack.Pack;

/**
 * A file of golden cases: facts in, expected decisions out.
 *
 * @param file its name, for messages
 * @param policy the pack's id, or id@version
 * @param calendar what replaces the pack's calendar; null where the file names none
 * @param cases in the file's order, each read or refused by itself
 */
public record CaseFile(
    String file, String policy, @Nullable OtherCalendar calendar, List<Entry> cases) {

  public CaseFile {
    cases = List.copyOf(cases);
  }

  /** Reads the text; a fault in one case refuses that case alone. */
  public static Checked<CaseFile> parse(String file, String text) {
    return CaseReader.read(file, text);
  }

  /** The calendar under which the file's cases are decided. */
  public Calendar calendarFor(Pack pack) {
    return calendar == null ? pack.calendar() : calendar.over(pack.calendar());
  }

  /** The cases with that name. */
  public Checked<Entry> named(String name) {
    for (Entry entry : cases) {
      if (entry.name().equals(name)) {
        return new Checked.Passed<>(entry);
      }
    }
    String names =
        cases.stream().map(entry -> "\"" + entry.name() + "\"").collect(Collectors.joining(", "));
    return new Checked.Refused<>(
        PolicyRefusal.CASE_UNKNOWN.with("file", file, "case", "\"" + name + "\"", "names", names));
  }

  /**
   * A case as it stands in the file.
   *
   * @param name what it is about
   * @param parsed the case, or why it is not taken
   */
  public record Entry(String name, Checked<GoldenCase> parsed) {}

  /**
   * What a file puts in the place of the pack's calendar; complete for all years.
   *
   * @param zone the zone; null keeps the pack's
   * @param week the working days; null keeps the pack's
   * @param holidays all holidays; null keeps those that the pack knows
   */
  public record OtherCalendar(
      @Nullable ZoneId zone, @Nullable Set<DayOfWeek> week, @Nullable Set<LocalDate> holidays) {

    Calendar over(Calendar pack) {
      ZoneId otherZone = zone == null ? pack.zone() : zone;
      WorkWeek otherWeek = week == null ? pack.week() : WorkWeek.always(week);
      return holidays == null
          ? pack.completeIn(otherZone, otherWeek)
          : Calendar.complete(otherZone, otherWeek, holidays);
    }
  }
}
