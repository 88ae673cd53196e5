package tapwright.core.policy;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A pack as a page that a lawyer can read: every clause with its source, meaning and reading. */
public final class PackPage {

  private final Pack pack;
  private final List<String> lines = new ArrayList<>();

  private PackPage(Pack pack) {
    this.pack = pack;
  }

  /** The page, line by line. */
  public static List<String> of(Pack pack) {
    return new PackPage(pack).lines();
  }

  private List<String> lines() {
    lines.add(pack.key() + ": " + pack.title());
    lines.add("sha256 " + pack.sha256());
    pack.inForce()
        .ifPresent(
            version ->
                lines.add(
                    "rules orders whose "
                        + version.by().word()
                        + " is on or after "
                        + version.from()));
    lines.add("days are judged in " + pack.calendar().zone() + ", business days are " + week());
    pack.calendarReading().ifPresent(this::reading);
    pack.leavesOut().ifPresent(what -> lines.add("does not carry " + what));
    windows();
    pack.clauses().forEach(this::clause);
    gaps();
    return List.copyOf(lines);
  }

  private String week() {
    return pack.calendar().week().patterns().entrySet().stream()
        .map(
            pattern ->
                (pattern.getKey().equals(WorkWeek.BEGINNING)
                        ? ""
                        : "from " + pattern.getKey() + " ")
                    + days(pattern.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String days(Set<DayOfWeek> week) {
    return week.stream().map(day -> day.name().substring(0, 3)).collect(Collectors.joining(" "));
  }

  private void windows() {
    if (!pack.windows().isEmpty()) {
      section("Windows");
    }
    for (Window window : pack.windows()) {
      String side = window.side() == Window.Side.AFTER ? " from " : " before ";
      lines.add("  " + window.id() + ": " + span(window.span()) + side + from(window.anchors()));
    }
  }

  private static String span(Span span) {
    return switch (span.unit()) {
      case HOURS -> span.inWords();
      case CALENDAR_DAYS, BUSINESS_DAYS ->
          span.inWords()
              + " (first day "
              + span.firstDay().word()
              + ", until "
              + span.lastDay().word().replace('-', ' ')
              + ")";
    };
  }

  private static String from(List<Event> events) {
    String names = events.stream().map(Event::word).collect(Collectors.joining(", "));
    if (events.isEmpty()) {
      return "the claim";
    }
    return events.size() == 1 ? names : "the latest of " + names;
  }

  private void clause(Clause clause) {
    section(clause.id() + " (" + clause.kind().word() + "), " + clause.citation().source());
    lines.add("  says: " + clause.citation().says());
    lines.add("  claims: " + Word.list(clause.claims()));
    lines.add("  when: " + ConditionText.of(clause.when()));
    for (Demand demand : clause.evidence()) {
      String needs = "  needs: " + Word.list(demand.alternatives()).replace(", ", " or ");
      lines.add(needs + condition(demand.when()));
    }
    clause.then().forEach(this::then);
    for (DueRule rule : clause.due()) {
      lines.add("  due: " + rule.step().word() + " " + clock(rule) + condition(rule.when()));
    }
    for (Map.Entry<String, Ground> edge : clause.overrides().entrySet()) {
      lines.add("  overrides: " + edge.getKey() + " (" + edge.getValue().word() + ")");
    }
    if (clause.reading() != null) {
      reading(clause.reading());
    }
  }

  private void then(Then then) {
    StringBuilder line = new StringBuilder("  then: ").append(then.outcome().word());
    then.effects().forEach(effect -> line.append(", ").append(effect.word()));
    if (then.amount() != null) {
      line.append(", amount is the ").append(then.amount().word());
    }
    if (then.shipping() != null) {
      line.append(", shipping paid by the ").append(then.shipping().word());
    }
    lines.add(line + condition(then.when()));
  }

  private static String condition(Condition when) {
    String text = ConditionText.of(when);
    return text.equals("always") ? "" : ", if " + text;
  }

  private static String clock(DueRule rule) {
    return switch (rule.clock()) {
      case DueRule.Running running -> span(running.span()) + " from " + from(running.from());
      case DueRule.At at ->
          "at "
              + at.event().word()
              + (at.otherwise() == null ? "" : ", or else at " + at.otherwise().word());
      case DueRule.AnniversaryAfter after -> "at the anniversary after " + after.event().word();
    };
  }

  private void reading(Interpretation reading) {
    lines.add("  read as: " + reading.chosen());
    reading.rejected().forEach(rejected -> lines.add("  rejected: " + rejected));
    lines.add("  because: " + reading.because());
  }

  private void gaps() {
    if (!pack.gaps().isEmpty()) {
      section("Known gaps, decided by a person");
    }
    for (Clash clash : pack.clashes()) {
      lines.add("  " + clash.one() + " against " + clash.other());
      lines.add("    because: " + clash.because());
    }
    for (Gap gap : pack.gaps()) {
      lines.add("  " + gap.id() + " (" + Word.list(gap.claims()) + ")");
      lines.add("    when: " + ConditionText.of(gap.when()));
      lines.add("    because: " + gap.because());
    }
  }

  private void section(String title) {
    lines.add("");
    lines.add(title);
  }
}
