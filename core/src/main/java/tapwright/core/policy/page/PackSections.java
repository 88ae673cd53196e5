package tapwright.core.policy.page;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tapwright.core.policy.calendar.WorkWeek;
import tapwright.core.policy.fact.CountedUses;
import tapwright.core.policy.pack.Clash;
import tapwright.core.policy.pack.Clause;
import tapwright.core.policy.pack.Condition;
import tapwright.core.policy.pack.Demand;
import tapwright.core.policy.pack.DueRule;
import tapwright.core.policy.pack.Gap;
import tapwright.core.policy.pack.Ground;
import tapwright.core.policy.pack.InForce;
import tapwright.core.policy.pack.Interpretation;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.pack.Then;

/** What the page on a pack says, before it is set as text or HTML. */
final class PackSections {

  private final Pack pack;

  private PackSections(Pack pack) {
    this.pack = pack;
  }

  /** The policy as a whole, then each clause, then what is left to people. */
  static List<PageSection> of(Pack pack) {
    return new PackSections(pack).sections();
  }

  private List<PageSection> sections() {
    List<PageSection> sections = new ArrayList<>();
    sections.add(whole());
    pack.clauses().forEach(clause -> sections.add(clause(clause)));
    if (!pack.clashes().isEmpty()) {
      sections.add(clashes());
    }
    if (!pack.gaps().isEmpty()) {
      sections.add(gaps());
    }
    return sections;
  }

  /** Gathers the entries of a section. */
  private static final class Entries {

    private final List<PageSection.Entry> entries = new ArrayList<>();

    void add(String label, String text) {
      add(label, List.of(text));
    }

    void add(String label, List<String> texts) {
      addLines(label, texts.stream().map(PageSection.Line::of).toList());
    }

    void addLines(String label, List<PageSection.Line> lines) {
      if (!lines.isEmpty()) {
        entries.add(new PageSection.Entry(label, lines));
      }
    }

    void addReading(Interpretation reading) {
      add("read as", reading.chosen());
      add("rejected", reading.rejected());
      add("because", reading.because());
    }
  }

  private PageSection whole() {
    Entries entries = new Entries();
    entries.add("pack", pack.key());
    pack.inForce().ifPresent(version -> entries.add("in force", inForce(version)));
    entries.add("leaves out", pack.leavesOut().stream().toList());
    entries.add("calendar", "days are those of " + pack.calendar().zone());
    entries.add("week", "business days are " + week());
    pack.calendarReading().ifPresent(entries::addReading);
    if (!pack.cells().usageWindows().isEmpty()) {
      entries.add("uses", uses(pack.countedUses()));
    }
    entries.add("law", law());
    entries.add("sha256", pack.sha256().toHex());
    return new PageSection("policy", pack.title(), entries.entries);
  }

  private static String uses(CountedUses counted) {
    if (counted.isUsual()) {
      return "taps and shares count";
    }
    return counted.taps() ? "taps count, shares do not" : "shares count, taps do not";
  }

  private static List<String> inForce(InForce version) {
    List<String> lines = new ArrayList<>();
    lines.add("since " + version.firstDay() + ", for orders of which " + at(version));
    if (version.clause() != null) {
      lines.add("as clause " + version.clause() + " says");
    }
    InForce.Notice notice = version.notice();
    if (notice != null) {
      lines.add(
          "changes are announced "
              + notice.days()
              + " days ahead"
              + (notice.given() == null ? "" : "; this version was on " + notice.given()));
    }
    return lines;
  }

  private static String at(InForce version) {
    return PageWords.noun(version.by()) + " is not before that day";
  }

  private List<String> law() {
    if (pack.overlays().isEmpty()) {
      return List.of("rights that the law gives beside the policy are not part of this page");
    }
    return pack.overlays().stream()
        .map(overlay -> overlay.key() + ", " + overlay.law() + ": " + overlay.counsel())
        .toList();
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

  private PageSection clause(Clause clause) {
    Entries entries = new Entries();
    entries.add("source", clause.citation().source().toString());
    entries.add("says", clause.citation().says());
    entries.add("claims", PageWords.spaced(clause.claims()));
    if (clause.kind().decides() || !isAlways(clause.when())) {
      entries.add("when", PageWords.lines(clause.when()));
    }
    entries.add("asks for", clause.evidence().stream().map(PackSections::demand).toList());
    entries.add("then", clause.then().stream().map(PackSections::then).toList());
    entries.add("due", clause.due().stream().map(PackSections::due).toList());
    entries.addLines("goes before", goesBefore(clause));
    entries.addLines("gives way to", givesWayTo(clause));
    if (clause.reading() != null) {
      entries.addReading(clause.reading());
    }
    String law = pack.isOfLaw(clause) ? ", of the law" : "";
    return new PageSection(
        clause.id(), clause.id() + "  " + PageWords.title(clause.kind()) + law, entries.entries);
  }

  private static boolean isAlways(Condition condition) {
    return condition instanceof Condition.All all && all.parts().isEmpty();
  }

  private static String demand(Demand demand) {
    return PageWords.spaced(demand.alternatives()).replace(", ", " or ") + given(demand.when());
  }

  private static String then(Then then) {
    StringBuilder line = new StringBuilder(PageWords.spaced(then.outcome()));
    then.effects().forEach(effect -> line.append(", ").append(PageWords.spaced(effect)));
    if (then.amount() != null) {
      line.append(", amount: ").append(PageWords.spaced(then.amount()));
    }
    if (then.shipping() != null) {
      line.append(", the ").append(then.shipping().word()).append(" pays the shipping");
    }
    return line + given(then.when());
  }

  private static String due(DueRule rule) {
    return PageWords.due(rule) + given(rule.when());
  }

  private static String given(Condition when) {
    return isAlways(when) ? "" : ", if " + PageWords.of(when);
  }

  private static List<PageSection.Line> goesBefore(Clause clause) {
    return clause.overrides().entrySet().stream()
        .map(edge -> new PageSection.Line(edge.getKey(), "because it " + edge.getValue().because()))
        .toList();
  }

  private List<PageSection.Line> givesWayTo(Clause clause) {
    List<PageSection.Line> lines = new ArrayList<>();
    for (Clause other : pack.clauses()) {
      Ground ground = other.overrides().get(clause.id());
      if (ground != null) {
        lines.add(new PageSection.Line(other.id(), "because that " + ground.because()));
      }
    }
    return lines;
  }

  private PageSection clashes() {
    Entries entries = new Entries();
    for (Clash clash : pack.clashes()) {
      entries.addLines(
          clash.one() + ", " + clash.other(), List.of(PageSection.Line.of(clash.because())));
    }
    return new PageSection("clashes", "Clauses that clash: a person decides", entries.entries);
  }

  private PageSection gaps() {
    Entries entries = new Entries();
    for (Gap gap : pack.gaps()) {
      entries.add("gap", gap.id());
      entries.add("claims", PageWords.spaced(gap.claims()));
      entries.add("when", PageWords.lines(gap.when()));
      entries.add("because", gap.because());
    }
    return new PageSection("gaps", "What the text leaves open: a person decides", entries.entries);
  }
}
