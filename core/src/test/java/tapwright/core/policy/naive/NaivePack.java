package tapwright.core.policy.naive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A pack as its text says it.
 *
 * @param root the text
 * @param calendar its calendar
 */
public record NaivePack(Plain root, NaiveCalendar calendar) {

  private static final Set<String> NEVER_DECIDE = Set.of("duty", "version", "note");

  /** A pack from its text and the texts of holiday files, found by name. */
  public static NaivePack of(String yaml, Function<String, String> holidayFiles) {
    Plain root = Plain.load(yaml);
    Plain calendar = root.at("calendar");
    Plain file = Plain.load(holidayFiles.apply(calendar.at("holidays").text()));
    return new NaivePack(root, NaiveCalendar.of(calendar, file));
  }

  List<Plain> clauses() {
    return root.at("clauses").items();
  }

  Plain window(String name) {
    return root.at("windows").at(name);
  }

  List<Plain> windows() {
    return root.find("windows").map(all -> List.copyOf(all.entries().values())).orElse(List.of());
  }

  static String id(Plain clause) {
    return clause.at("id").text();
  }

  static boolean reaches(Plain clause, String kind) {
    return clause.at("claims").words().contains(kind);
  }

  static boolean isOfKind(Plain clause, String kind) {
    return clause.at("kind").text().equals(kind);
  }

  static boolean canDecide(Plain clause) {
    return clause.has("then") && !NEVER_DECIDE.contains(clause.at("kind").text());
  }

  /** The ids of the clauses from which an outcome can follow. */
  public List<String> decidingIds() {
    return clauses().stream().filter(NaivePack::canDecide).map(NaivePack::id).toList();
  }

  List<Plain> deciding(String kind) {
    return clauses().stream().filter(clause -> canDecide(clause) && reaches(clause, kind)).toList();
  }

  /** The clauses that ask for something on behalf of others. */
  List<Plain> demanding(String kind) {
    return clauses().stream()
        .filter(clause -> isOfKind(clause, "condition") && reaches(clause, kind))
        .filter(clause -> clause.has("evidence"))
        .toList();
  }

  /** The clauses that set due dates whatever is decided. */
  List<Plain> duties(String kind) {
    return clauses().stream()
        .filter(clause -> clause.has("due") && reaches(clause, kind))
        .filter(
            clause ->
                isOfKind(clause, "condition") || NEVER_DECIDE.contains(clause.at("kind").text()))
        .toList();
  }

  Optional<Plain> version() {
    return root.find("inForce");
  }

  /** The first instant at which the pack binds. */
  Optional<Instant> start() {
    return version().map(version -> calendar.startOf(firstDay(version)));
  }

  private static LocalDate firstDay(Plain version) {
    LocalDate from = LocalDate.parse(version.at("from").text());
    LocalDate posted = version.find("posted").map(day -> LocalDate.parse(day.text())).orElse(from);
    return posted.isAfter(from) ? posted : from;
  }
}
