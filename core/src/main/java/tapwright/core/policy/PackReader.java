package tapwright.core.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tapwright.core.Bytes;
import tapwright.core.Refusal;

/** Reads a pack: strict in keys and values, each refusal with file, line and column. */
final class PackReader {

  private static final List<Event> EVENTS = Event.ALL;

  private final YamlMap root;
  private final Pack.Heading heading;
  private final Map<String, HolidayList> holidayLists;
  private final Map<String, Window> windows = new LinkedHashMap<>();
  private final TreeSet<Long> usageLimits = new TreeSet<>();
  private final ConditionReader conditions = new ConditionReader(windows, usageLimits);

  private PackReader(String file, String text, Map<String, HolidayList> holidayLists) {
    this.root =
        YamlNode.parse(file, text)
            .map(
                "id",
                "version",
                "title",
                "inForce",
                "leavesOut",
                "calendar",
                "windows",
                "clauses",
                "gaps");
    this.holidayLists = holidayLists;
    this.heading =
        new Pack.Heading(
            root.required("id").text(),
            root.required("version").text(),
            root.required("title").text(),
            root.optional("inForce").map(PackReader::inForce).orElse(null),
            root.optional("leavesOut").map(YamlNode::text).orElse(null),
            Bytes.ofUtf8(text).sha256());
  }

  static Parsed<Pack> read(String file, String text, Map<String, HolidayList> holidayLists) {
    return Parsed.of(() -> new PackReader(file, text, holidayLists).pack());
  }

  private static InForce inForce(YamlNode node) {
    YamlMap map = node.map("from", "by");
    return new InForce(map.required("from").date(), map.required("by").word(EVENTS));
  }

  private Pack pack() {
    Calendar calendar = calendar(calendarMap());
    Interpretation calendarReading =
        calendarMap().optional("reading").map(PackReader::interpretation).orElse(null);
    root.optional("windows").ifPresent(this::readWindows);
    List<Clause> clauses = new ArrayList<>();
    for (YamlNode node : root.required("clauses").list()) {
      clauses.add(clause(node, clauses));
    }
    List<Gap> gaps = new ArrayList<>();
    root.optional("gaps").ifPresent(node -> node.list().forEach(gap -> gaps.add(gap(gap))));
    checkOverrides(clauses);
    return new Pack(
        heading,
        calendar,
        calendarReading,
        List.copyOf(windows.values()),
        clauses,
        gaps,
        usageLimits);
  }

  private YamlMap calendarMap() {
    return root.required("calendar").map("zone", "week", "holidays", "reading");
  }

  private Calendar calendar(YamlMap map) {
    YamlNode holidays = map.required("holidays");
    HolidayList list = holidayLists.get(holidays.text());
    if (list == null) {
      throw holidays.wrong("one of " + String.join(", ", holidayLists.keySet()));
    }
    return Calendar.ofYears(
        map.required("zone").zone(), WorkWeek.read(map.required("week")), list.holidaysByYear());
  }

  private void readWindows(YamlNode node) {
    node.names()
        .entries()
        .forEach(
            (id, value) -> {
              YamlMap map =
                  value.map("from", "hours", "calendar-days", "business-days", "first", "last");
              Window window =
                  new Window(
                      windows.size(), id, map.required("from").someWords(EVENTS), span(value, map));
              windows.put(id, window);
            });
  }

  private static Span span(YamlNode node, YamlMap map) {
    List<Unit> named =
        List.of(Unit.values()).stream()
            .filter(unit -> map.optional(unit.word()).isPresent())
            .toList();
    if (named.size() != 1) {
      throw node.wrong("exactly one of " + Word.list(List.of(Unit.values())));
    }
    Unit unit = named.getFirst();
    int count = (int) map.required(unit.word()).whole(1, Span.MOST);
    if (unit == Unit.HOURS) {
      map.optional("first").ifPresent(PackReader::refuseDayRule);
      map.optional("last").ifPresent(PackReader::refuseDayRule);
      return new Span(unit, count, FirstDay.EXCLUDED, LastDay.END_OF_DAY);
    }
    return new Span(
        unit,
        count,
        map.required("first").word(List.of(FirstDay.values())),
        map.required("last").word(List.of(LastDay.values())));
  }

  private static void refuseDayRule(YamlNode rule) {
    throw rule.wrong("no such rule, since hours have no first or last day");
  }

  private Clause clause(YamlNode node, List<Clause> before) {
    String id = node.map(CLAUSE_KEYS).required("id").text();
    if (before.stream().anyMatch(clause -> clause.id().equals(id))) {
      throw new Malformed(
          PolicyRefusal.NAME_TWICE.with("place", node.place(), "key", "clause", "seen", id));
    }
    YamlMap map = node.map(CLAUSE_KEYS).ownedBy("clause " + id);
    ClauseKind kind = map.required("kind").word(List.of(ClauseKind.values()));
    return new Clause(
        new Citation(id, source(map.required("source")), map.required("says").text()),
        kind,
        new LinkedHashSet<>(map.required("claims").someWords(List.of(ClaimKind.values()))),
        map.optional("when").map(conditions::read).orElse(ConditionReader.always()),
        map.optional("evidence").map(PackReader::evidence).orElse(List.of()),
        kind.decides() ? variants(map.required("then")) : List.of(),
        map.optional("due").map(PackReader::due).orElse(List.of()),
        map.optional("overrides").map(PackReader::overrides).orElse(Map.of()),
        map.optional("reading").map(PackReader::interpretation).orElse(null));
  }

  private static final List<String> CLAUSE_KEYS =
      List.of(
          "id",
          "kind",
          "source",
          "says",
          "claims",
          "when",
          "evidence",
          "then",
          "due",
          "overrides",
          "reading");

  private static Source source(YamlNode node) {
    YamlMap map = node.map("lines", "section");
    List<Integer> lines =
        map.required("lines").listOrOne().stream()
            .map(line -> (int) line.whole(1, 100_000))
            .toList();
    return new Source(lines, map.required("section").text());
  }

  private static List<Set<Evidence>> evidence(YamlNode node) {
    return node.list().stream()
        .<Set<Evidence>>map(group -> EnumSet.copyOf(group.someWords(List.of(Evidence.values()))))
        .toList();
  }

  /** One mapping, or a list of them of which all but the last say when they follow. */
  private List<Then> variants(YamlNode node) {
    List<Then> variants = new ArrayList<>();
    List<YamlNode> nodes = node.listOrOne();
    for (int i = 0; i < nodes.size(); i++) {
      variants.add(variant(nodes.get(i), i == nodes.size() - 1));
    }
    if (variants.isEmpty()) {
      throw node.wrong("at least one outcome");
    }
    return variants;
  }

  private Then variant(YamlNode node, boolean last) {
    YamlMap map =
        last
            ? node.map("outcome", "effects", "amount", "shipping")
            : node.map("when", "outcome", "effects", "amount", "shipping");
    return new Then(
        last ? ConditionReader.always() : conditions.read(map.required("when")),
        map.required("outcome").word(List.of(Outcome.values())),
        map.optional("effects")
            .<Set<Effect>>map(
                effects -> new LinkedHashSet<>(effects.words(List.of(Effect.values()))))
            .orElse(Set.of()),
        map.optional("amount").map(rule -> rule.word(List.of(AmountRule.values()))).orElse(null),
        map.optional("shipping").map(payer -> payer.word(List.of(Payer.values()))).orElse(null));
  }

  private static List<DueRule> due(YamlNode node) {
    List<DueRule> rules = new ArrayList<>();
    for (YamlNode item : node.list()) {
      YamlMap map =
          item.map("step", "from", "hours", "calendar-days", "business-days", "first", "last");
      rules.add(
          new DueRule(
              map.required("step").word(List.of(Step.values())),
              map.optional("from").map(from -> from.someWords(EVENTS)).orElse(List.of()),
              span(item, map)));
    }
    return rules;
  }

  private static Map<String, Ground> overrides(YamlNode node) {
    Map<String, Ground> edges = new LinkedHashMap<>();
    node.names()
        .entries()
        .forEach((id, ground) -> edges.put(id, ground.word(List.of(Ground.values()))));
    return edges;
  }

  static Interpretation interpretation(YamlNode node) {
    YamlMap map = node.map("chosen", "rejected", "because");
    return new Interpretation(
        map.required("chosen").text(),
        map.required("rejected").list().stream().map(YamlNode::text).toList(),
        map.required("because").text());
  }

  private Gap gap(YamlNode node) {
    YamlMap map = node.map("id", "claims", "when", "because");
    return new Gap(
        map.required("id").text(),
        new LinkedHashSet<>(map.required("claims").someWords(List.of(ClaimKind.values()))),
        conditions.read(map.required("when")),
        map.required("because").text());
  }

  private void checkOverrides(List<Clause> clauses) {
    List<String> ids = clauses.stream().map(Clause::id).toList();
    for (YamlNode node : root.required("clauses").list()) {
      node.map(CLAUSE_KEYS)
          .optional("overrides")
          .ifPresent(edges -> edges.names().entries().forEach((id, edge) -> known(id, edge, ids)));
    }
    List<String> circle = OverrideOrder.circle(clauses);
    if (!circle.isEmpty()) {
      Refusal refusal =
          PolicyRefusal.OVERRIDES_CIRCULAR.with(
              "place", root.required("clauses").place(), "clauses", String.join(", ", circle));
      throw new Malformed(refusal);
    }
  }

  private static void known(String id, YamlNode edge, List<String> ids) {
    if (!ids.contains(id)) {
      throw new Malformed(
          PolicyRefusal.VALUE_WRONG.with(
              "place",
              edge.place(),
              "key",
              "overrides",
              "seen",
              "\"" + id + "\"",
              "allowed",
              "a clause of this pack: " + String.join(", ", ids)));
    }
  }
}
