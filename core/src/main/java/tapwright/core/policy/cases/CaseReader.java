package tapwright.core.policy.cases;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tapwright.core.Checked;
import tapwright.core.policy.Money;
import tapwright.core.policy.Word;
import tapwright.core.policy.calendar.WorkWeek;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Evidence;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Flag;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.fact.TapKinds;
import tapwright.core.policy.fact.Usage;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Notice;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Payer;
import tapwright.core.policy.pack.Step;
import tapwright.core.policy.text.PolicyText;
import tapwright.core.policy.text.TimeReader;
import tapwright.core.policy.text.WordReader;
import tapwright.core.yaml.Reading;
import tapwright.core.yaml.YamlMap;
import tapwright.core.yaml.YamlNode;

/** Reads case files, strict in keys and values. */
final class CaseReader {

  private static final long MOST_USES = 1_000_000_000_000L - 1;

  private CaseReader() {}

  static Checked<CaseFile> read(String file, String text) {
    return Reading.of(() -> file(file, new PolicyText(file, text).root()));
  }

  private static CaseFile file(String name, YamlNode root) {
    YamlMap map = root.map(CaseKeys.FILE);
    List<CaseFile.Entry> cases = new ArrayList<>();
    for (YamlNode node : map.required("cases").list()) {
      cases.add(entry(node, cases.size() + 1));
    }
    return new CaseFile(
        name,
        map.required("policy").text(),
        map.optional("calendar").map(CaseReader::calendar).orElse(null),
        cases);
  }

  private static CaseFile.OtherCalendar calendar(YamlNode node) {
    YamlMap map = node.map(CaseKeys.CALENDAR);
    return new CaseFile.OtherCalendar(
        map.optional("zone").map(TimeReader::zone).orElse(null),
        map.optional("week").<@Nullable Set<DayOfWeek>>map(WorkWeek::days).orElse(null),
        map.optional("holidays").<@Nullable Set<LocalDate>>map(CaseReader::dates).orElse(null));
  }

  private static Set<LocalDate> dates(YamlNode node) {
    Set<LocalDate> dates = new LinkedHashSet<>();
    node.list().forEach(item -> dates.add(TimeReader.date(item)));
    return dates;
  }

  private static CaseFile.Entry entry(YamlNode node, int number) {
    Checked<String> named = Reading.of(() -> node.names().required("name").text());
    String name =
        switch (named) {
          case Checked.Passed<String> taken -> taken.value();
          case Checked.Refused<String> _ -> "number " + number;
        };
    YamlNode owned = node.of("case \"" + name + "\"");
    return new CaseFile.Entry(name, Reading.of(() -> goldenCase(owned)));
  }

  private static GoldenCase goldenCase(YamlNode node) {
    YamlMap map = node.map(CaseKeys.CASE);
    return new GoldenCase(
        map.required("name").text(),
        claim(map.required("claim")),
        map.optional("facts").map(CaseReader::facts).orElseGet(() -> Facts.builder().build()),
        expected(map.required("expect")));
  }

  private static Claim claim(YamlNode node) {
    YamlMap map = node.map(CaseKeys.CLAIM);
    return new Claim(
        WordReader.word(map.required("kind"), List.of(ClaimKind.values())),
        map.optional("reason")
            .map(reason -> WordReader.word(reason, List.of(Reason.values())))
            .orElse(Reason.UNSPECIFIED),
        TimeReader.instant(map.required("at")),
        map.optional("evidence")
            .<Set<Evidence>>map(
                list -> new LinkedHashSet<>(WordReader.words(list, List.of(Evidence.values()))))
            .orElse(EnumSet.allOf(Evidence.class)));
  }

  private static Facts facts(YamlNode node) {
    YamlMap map = node.map(CaseKeys.FACTS);
    Facts.Builder facts = Facts.builder();
    for (Choice choice : CaseKeys.CHOICES) {
      map.optional(choice.key())
          .ifPresent(value -> facts.choose(choice, WordReader.word(value, choice.allowed())));
    }
    for (Flag flag : Flag.ALL) {
      map.optional(flag.key()).ifPresent(value -> facts.flag(flag, value.truth()));
    }
    for (Event event : Event.ALL) {
      map.optional(event.word()).ifPresent(value -> facts.at(event, TimeReader.instant(value)));
    }
    map.optional("price").ifPresent(value -> facts.price(money(value)));
    map.optional(Facts.UNSEEN_READS).ifPresent(value -> facts.unseenReads(count(value)));
    map.optional("dispute").ifPresent(value -> dispute(value, facts));
    return facts.usage(usage(map)).build();
  }

  private static void dispute(YamlNode node, Facts.Builder facts) {
    YamlMap map = node.map(CaseKeys.DISPUTE);
    facts.choose(
        Choice.DISPUTE_KIND, WordReader.word(map.required("kind"), Choice.DISPUTE_KIND.allowed()));
    facts.choose(
        Choice.DISPUTE_STATUS,
        WordReader.word(map.required("status"), Choice.DISPUTE_STATUS.allowed()));
  }

  private static Usage usage(YamlMap map) {
    Optional<YamlNode> timeline = map.optional("usage");
    Optional<Long> taps = map.optional("taps").map(CaseReader::count);
    Optional<Long> shares = map.optional("shares").map(CaseReader::count);
    if (timeline.isEmpty()) {
      return new Usage.Counts(taps.orElse(null), shares.orElse(null));
    }
    if (taps.isPresent() || shares.isPresent()) {
      throw timeline.get().wrong("either usage, or taps and shares");
    }
    return new Usage.Timeline(timeline.get().list().stream().map(CaseReader::use).toList());
  }

  private static Usage.Use use(YamlNode node) {
    YamlMap map = node.map(CaseKeys.USE);
    return new Usage.Use(
        TimeReader.instant(map.required("at")),
        count(map, "taps"),
        count(map, "shares"),
        kinds(map));
  }

  private static TapKinds kinds(YamlMap use) {
    return new TapKinds(
        count(use, "signed"), count(use, "mirrored"), count(use, "bare"), count(use, "quick"));
  }

  private static long count(YamlMap map, String key) {
    return map.optional(key).map(CaseReader::count).orElse(0L);
  }

  private static long count(YamlNode node) {
    return node.whole(0, MOST_USES);
  }

  private static GoldenCase.Expected expected(YamlNode node) {
    YamlMap map = node.map(CaseKeys.EXPECT);
    return new GoldenCase.Expected(
        map.optional("outcome").map(word(Outcome.values())).orElse(null),
        map.optional("by").map(CaseReader::texts).orElse(List.of()),
        map.optional("over").map(CaseReader::texts).orElse(List.of()),
        map.optional("missing")
            .<@Nullable Set<String>>map(list -> new LinkedHashSet<>(texts(list)))
            .orElse(null),
        map.optional("effects")
            .<@Nullable Set<Effect>>map(
                list -> new LinkedHashSet<>(WordReader.words(list, List.of(Effect.values()))))
            .orElse(null),
        map.optional("shipping").map(word(Payer.values())).orElse(null),
        map.optional("amount").map(CaseReader::money).orElse(null),
        map.optional("due").map(CaseReader::due).orElse(Map.of()),
        map.optional("until").map(TimeReader::instant).orElse(null),
        map.optional("notices")
            .<@Nullable Set<Notice>>map(
                list -> new LinkedHashSet<>(WordReader.words(list, List.of(Notice.values()))))
            .orElse(null));
  }

  private static <W extends Word> Function<YamlNode, W> word(W[] allowed) {
    return node -> WordReader.word(node, List.of(allowed));
  }

  private static Money money(YamlNode node) {
    return Money.parse(node.text())
        .orElseThrow(() -> node.wrong("an amount and its currency, as \"49.00 INR\""));
  }

  private static List<String> texts(YamlNode node) {
    return node.list().stream().map(YamlNode::text).toList();
  }

  private static Map<Step, Instant> due(YamlNode node) {
    YamlMap map = node.map(Stream.of(Step.values()).map(Word::word).toList());
    Map<Step, Instant> due = new EnumMap<>(Step.class);
    for (Step step : Step.values()) {
      map.optional(step.word()).ifPresent(at -> due.put(step, TimeReader.instant(at)));
    }
    return due;
  }
}
