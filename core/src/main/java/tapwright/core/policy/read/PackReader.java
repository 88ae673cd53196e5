package tapwright.core.policy.read;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.policy.PolicyRefusal;
import tapwright.core.policy.calendar.Calendar;
import tapwright.core.policy.calendar.Span;
import tapwright.core.policy.calendar.SpanReader;
import tapwright.core.policy.calendar.WorkWeek;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.CountedUses;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Evidence;
import tapwright.core.policy.pack.AmountRule;
import tapwright.core.policy.pack.Citation;
import tapwright.core.policy.pack.Clash;
import tapwright.core.policy.pack.Clause;
import tapwright.core.policy.pack.ClauseKind;
import tapwright.core.policy.pack.Demand;
import tapwright.core.policy.pack.DueRule;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Gap;
import tapwright.core.policy.pack.Ground;
import tapwright.core.policy.pack.Interpretation;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Overlay;
import tapwright.core.policy.pack.OverrideOrder;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.pack.Payer;
import tapwright.core.policy.pack.Source;
import tapwright.core.policy.pack.Step;
import tapwright.core.policy.pack.Then;
import tapwright.core.policy.pack.Window;
import tapwright.core.policy.text.PolicyText;
import tapwright.core.policy.text.TimeReader;
import tapwright.core.policy.text.WordReader;
import tapwright.core.yaml.Malformed;
import tapwright.core.yaml.Reading;
import tapwright.core.yaml.YamlMap;
import tapwright.core.yaml.YamlNode;

/** Reads a pack: strict in keys and values, each refusal with file, line and column. */
public final class PackReader {

  private static final List<Event> EVENTS = Event.ALL;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,59}");

  private final YamlMap root;
  private final Pack.Heading heading;
  private final Map<String, HolidayList> holidayLists;
  private final int firstWindow;
  private final Map<String, Window> windows = new LinkedHashMap<>();
  private final ConditionReader conditions = new ConditionReader(windows);

  private PackReader(
      PolicyText text, List<String> keys, Map<String, HolidayList> holidayLists, int firstWindow) {
    this.root = text.root().map(keys);
    this.holidayLists = holidayLists;
    this.firstWindow = firstWindow;
    this.heading =
        new Pack.Heading(
            name(root.required("id")),
            name(root.required("version")),
            root.required("title").text(),
            root.optional("inForce").map(VersionReader::inForce).orElse(null),
            root.optional("leavesOut").map(YamlNode::text).orElse(null),
            root.optional("usage").map(PackReader::countedUses).orElse(CountedUses.USUAL),
            Bytes.ofUtf8(text.text()).sha256());
  }

  private static CountedUses countedUses(YamlNode node) {
    YamlNode counts = node.map(PackKeys.USAGE).required("counts");
    return CountedUses.of(WordReader.someWords(counts, List.of(CountedUses.Kind.values())));
  }

  /** Ids and versions are joined by other signs and stand in file names. */
  private static String name(YamlNode node) {
    String name = node.text();
    if (!NAME.matcher(name).matches()) {
      throw node.wrong("1 to 60 letters, digits, dots and hyphens, as b-rigardz");
    }
    return name;
  }

  /** A pack from its text, with the holiday lists that it may name. */
  public static Checked<Pack> read(
      String file, String text, Map<String, HolidayList> holidayLists) {
    PolicyText whole = new PolicyText(file, text);
    return Reading.of(() -> new PackReader(whole, PackKeys.PACK, holidayLists, 0).pack());
  }

  /** An overlay from its text; refused where it would take anything from the customer. */
  public static Checked<Overlay> readOverlay(PolicyText text) {
    return Reading.of(() -> new Overlay(firstWindow -> overlayContent(text, firstWindow)));
  }

  private static Overlay.Content overlayContent(PolicyText text, int firstWindow) {
    return new PackReader(text, PackKeys.OVERLAY_FILE, Map.of(), firstWindow).overlay();
  }

  private Overlay.Content overlay() {
    YamlMap map = root.required("overlay").map(PackKeys.OVERLAY);
    root.optional("windows").ifPresent(this::readWindows);
    List<Clause> clauses = new ArrayList<>();
    for (YamlNode node : root.required("clauses").list()) {
      Clause clause = clause(node, clauses);
      OverlayCheck.check(node.map(PackKeys.CLAUSE).ownedBy("clause " + clause.id()), clause);
      clauses.add(clause);
    }
    return new Overlay.Content(
        heading,
        map.required("law").text(),
        map.required("counsel").text(),
        List.copyOf(windows.values()),
        clauses);
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
    if (clauses.isEmpty()) {
      throw root.required("clauses").wrong("a list of at least one clause");
    }
    List<Gap> gaps = new ArrayList<>();
    root.optional("gaps").ifPresent(node -> node.list().forEach(gap -> gaps.add(gap(gap, gaps))));
    List<Clash> clashes = new ArrayList<>();
    root.optional("clashes")
        .ifPresent(node -> node.list().forEach(clash -> clashes.add(clash(clash, clauses))));
    gaps.forEach(gap -> checkWidth(gap, clauses));
    checkOverrides(clauses);
    checkVersion(clauses);
    return new Pack(
        heading, calendar, calendarReading, List.copyOf(windows.values()), clauses, gaps, clashes);
  }

  private YamlMap calendarMap() {
    return root.required("calendar").map(PackKeys.CALENDAR);
  }

  private Calendar calendar(YamlMap map) {
    YamlNode holidays = map.required("holidays");
    HolidayList list = holidayLists.get(holidays.text());
    if (list == null) {
      throw holidays.wrong("one of " + String.join(", ", holidayLists.keySet()));
    }
    return Calendar.ofYears(
        TimeReader.zone(map.required("zone")),
        WorkWeek.read(map.required("week")),
        list.holidaysByYear());
  }

  private void readWindows(YamlNode node) {
    node.names()
        .entries()
        .forEach(
            (id, value) -> {
              YamlMap map = value.map(PackKeys.WINDOW);
              Window window = window(value, map, id);
              windows.put(id, window);
            });
  }

  private Window window(YamlNode node, YamlMap map, String id) {
    boolean before = map.optional("before").isPresent();
    if (before == map.optional("from").isPresent()) {
      throw node.wrong("exactly one of from, before");
    }
    Window.Side side = before ? Window.Side.BEFORE : Window.Side.AFTER;
    List<Event> anchors = WordReader.someWords(map.required(before ? "before" : "from"), EVENTS);
    Span span = before ? SpanReader.before(node, map) : SpanReader.from(node, map);
    return new Window(firstWindow + windows.size(), id, side, anchors, span);
  }

  private Clause clause(YamlNode node, List<Clause> before) {
    String id = node.map(PackKeys.CLAUSE).required("id").text();
    if (before.stream().anyMatch(clause -> clause.id().equals(id))) {
      throw new Malformed(
          PolicyRefusal.NAME_TWICE.with("place", node.place(), "key", "clause", "seen", id));
    }
    YamlMap map = node.map(PackKeys.CLAUSE).ownedBy("clause " + id);
    ClauseKind kind = WordReader.word(map.required("kind"), List.of(ClauseKind.values()));
    return new Clause(
        new Citation(id, source(map.required("source")), map.required("says").text()),
        kind,
        new LinkedHashSet<>(
            WordReader.someWords(map.required("claims"), List.of(ClaimKind.values()))),
        map.optional("when").map(conditions::read).orElse(ConditionReader.always()),
        map.optional("evidence").map(this::evidence).orElse(List.of()),
        variants(kind, map),
        map.optional("due").map(this::due).orElse(List.of()),
        map.optional("overrides").map(PackReader::overrides).orElse(Map.of()),
        map.optional("reading").map(PackReader::interpretation).orElse(null),
        node.place());
  }

  private static Source source(YamlNode node) {
    YamlMap map = node.map(PackKeys.SOURCE);
    List<Integer> lines =
        map.required("lines").listOrOne().stream()
            .map(line -> (int) line.whole(1, 100_000))
            .toList();
    return new Source(lines, map.required("section").text());
  }

  private List<Demand> evidence(YamlNode node) {
    return node.list().stream().map(this::demand).toList();
  }

  /** A kind of evidence, a list of which one is enough, or either with a condition. */
  private Demand demand(YamlNode node) {
    if (!node.isMap()) {
      return new Demand(
          EnumSet.copyOf(WordReader.someWords(node, List.of(Evidence.values()))),
          ConditionReader.always());
    }
    YamlMap map = node.map(PackKeys.EVIDENCE);
    return new Demand(
        EnumSet.copyOf(WordReader.someWords(map.required("any-of"), List.of(Evidence.values()))),
        conditions.read(map.required("when")));
  }

  /**
   * One mapping, or a list of them of which all but the last say when they follow. The last of a
   * condition may say so too, since a condition that is met decides nothing.
   */
  private List<Then> variants(ClauseKind kind, YamlMap clause) {
    boolean mayBeSilent = kind == ClauseKind.CONDITION;
    Optional<YamlNode> node = clause.optional("then");
    if (node.isEmpty() && (mayBeSilent || !kind.decides())) {
      return List.of();
    }
    YamlNode then = clause.required("then");
    if (!kind.decides()) {
      throw then.wrong("no outcome in a clause of kind " + kind.word());
    }
    List<Then> variants = new ArrayList<>();
    List<YamlNode> nodes = then.listOrOne();
    for (int i = 0; i < nodes.size(); i++) {
      boolean last = i == nodes.size() - 1;
      variants.add(variant(nodes.get(i), last, mayBeSilent));
    }
    if (variants.isEmpty()) {
      throw then.wrong("at least one outcome");
    }
    return variants;
  }

  /** Money can be named only where it goes back, and the unused days only where they alone do. */
  private static AmountRule amount(YamlNode node, YamlMap then) {
    AmountRule rule = WordReader.word(node, List.of(AmountRule.values()));
    Outcome outcome = WordReader.word(then.required("outcome"), List.of(Outcome.values()));
    boolean prorated = outcome == Outcome.PRORATED_REFUND;
    if (!outcome.grants() || !outcome.mayPay() || prorated != (rule == AmountRule.UNUSED_DAYS)) {
      throw node.wrong(
          "price with an outcome that pays money, unused-days with "
              + Outcome.PRORATED_REFUND.word());
    }
    return rule;
  }

  private Then variant(YamlNode node, boolean last, boolean mayBeSilent) {
    YamlMap map = last && !mayBeSilent ? node.map(PackKeys.LAST_THEN) : node.map(PackKeys.THEN);
    boolean always = last && map.optional("when").isEmpty();
    return new Then(
        always ? ConditionReader.always() : conditions.read(map.required("when")),
        WordReader.word(map.required("outcome"), List.of(Outcome.values())),
        map.optional("effects")
            .<Set<Effect>>map(
                effects -> new LinkedHashSet<>(WordReader.words(effects, List.of(Effect.values()))))
            .orElse(Set.of()),
        map.optional("amount").map(rule -> amount(rule, map)).orElse(null),
        map.optional("shipping")
            .map(payer -> WordReader.word(payer, List.of(Payer.values())))
            .orElse(null));
  }

  private List<DueRule> due(YamlNode node) {
    List<DueRule> rules = new ArrayList<>();
    for (YamlNode item : node.list()) {
      YamlMap map = item.map(PackKeys.DUE);
      rules.add(
          new DueRule(
              WordReader.word(map.required("step"), List.of(Step.values())),
              map.optional("when").map(conditions::read).orElse(ConditionReader.always()),
              clock(item, map)));
    }
    return rules;
  }

  private static DueRule.Clock clock(YamlNode node, YamlMap map) {
    Optional<YamlNode> at = map.optional("at");
    if (at.isPresent()) {
      List<Event> events = WordReader.someWords(at.get(), EVENTS);
      if (events.size() > 2) {
        throw at.get().wrong("one event, or two of which the first that has a date counts");
      }
      return new DueRule.At(events.getFirst(), events.size() == 2 ? events.get(1) : null);
    }
    Optional<YamlNode> anniversary = map.optional("anniversary-after");
    return anniversary.isPresent()
        ? new DueRule.AnniversaryAfter(WordReader.word(anniversary.get(), EVENTS))
        : new DueRule.Running(
            map.optional("from").map(from -> WordReader.someWords(from, EVENTS)).orElse(List.of()),
            SpanReader.from(node, map));
  }

  private static Map<String, Ground> overrides(YamlNode node) {
    Map<String, Ground> edges = new LinkedHashMap<>();
    node.names()
        .entries()
        .forEach((id, ground) -> edges.put(id, WordReader.word(ground, List.of(Ground.values()))));
    return edges;
  }

  static Interpretation interpretation(YamlNode node) {
    YamlMap map = node.map(PackKeys.READING);
    return new Interpretation(
        map.required("chosen").text(),
        map.required("rejected").list().stream().map(YamlNode::text).toList(),
        map.required("because").text());
  }

  private Gap gap(YamlNode node, List<Gap> before) {
    YamlMap map = node.map(PackKeys.GAP);
    String id = map.required("id").text();
    if (before.stream().anyMatch(gap -> gap.id().equals(id))) {
      throw new Malformed(
          PolicyRefusal.NAME_TWICE.with("place", node.place(), "key", "gap", "seen", id));
    }
    return new Gap(
        id,
        new LinkedHashSet<>(
            WordReader.someWords(map.required("claims"), List.of(ClaimKind.values()))),
        map.optional("when").map(conditions::read).orElse(ConditionReader.always()),
        map.required("because").text(),
        node.place());
  }

  /** A gap without condition would hide every hole that a clause leaves. */
  private static void checkWidth(Gap gap, List<Clause> clauses) {
    if (!gap.when().equals(ConditionReader.always())) {
      return;
    }
    for (ClaimKind kind : gap.claims()) {
      clauses.stream()
          .filter(clause -> clause.decidesOn(kind))
          .findFirst()
          .ifPresent(
              clause -> {
                throw new Malformed(
                    PolicyRefusal.GAP_TOO_WIDE.with(
                        "place", gap.place(),
                        "gap", gap.id(),
                        "clause", clause.id(),
                        "kind", kind.word()));
              });
    }
  }

  private static Clash clash(YamlNode node, List<Clause> clauses) {
    YamlMap map = node.map(PackKeys.CLASH);
    YamlNode between = map.required("between");
    List<YamlNode> pair = between.list();
    if (pair.size() != 2) {
      throw between.wrong("two clauses");
    }
    List<String> ids = clauses.stream().map(Clause::id).toList();
    pair.forEach(id -> known(id.text(), id, ids));
    return new Clash(
        pair.get(0).text(), pair.get(1).text(), map.required("because").text(), node.place());
  }

  /** The clause that names the version is there, and a notice that was given was long enough. */
  private void checkVersion(List<Clause> clauses) {
    root.optional("inForce")
        .ifPresent(
            node -> {
              YamlMap map = node.map(PackKeys.IN_FORCE);
              List<String> ids = clauses.stream().map(Clause::id).toList();
              map.optional("clause").ifPresent(id -> known(id.text(), id, ids));
              map.optional("notice")
                  .ifPresent(
                      notice -> VersionReader.checkNotice(VersionReader.inForce(node), notice));
            });
  }

  private void checkOverrides(List<Clause> clauses) {
    List<String> ids = clauses.stream().map(Clause::id).toList();
    for (YamlNode node : root.required("clauses").list()) {
      node.map(PackKeys.CLAUSE)
          .optional("overrides")
          .ifPresent(
              edges ->
                  edges
                      .names()
                      .entries()
                      .forEach((id, edge) -> known(id, edge.keyed("overrides"), ids)));
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
              edge.key(),
              "seen",
              "\"" + id + "\"",
              "allowed",
              "a clause of this pack: " + String.join(", ", ids)));
    }
  }
}
