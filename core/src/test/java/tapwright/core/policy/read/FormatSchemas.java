package tapwright.core.policy.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tapwright.core.policy.Word;
import tapwright.core.policy.calendar.FirstDay;
import tapwright.core.policy.calendar.LastDay;
import tapwright.core.policy.calendar.Unit;
import tapwright.core.policy.cases.CaseKeys;
import tapwright.core.policy.fact.Answer;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.CountedUses;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Evidence;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Flag;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.library.ShippedPacks;
import tapwright.core.policy.pack.AmountRule;
import tapwright.core.policy.pack.ClauseKind;
import tapwright.core.policy.pack.Comparison;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Ground;
import tapwright.core.policy.pack.Notice;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Payer;
import tapwright.core.policy.pack.Step;

/** The JSON Schemas of pack and case files, made from the keys and words in the code. */
final class FormatSchemas {

  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
  private static final List<String> NONE = List.of();

  private static final Object TEXT = Map.of("type", List.of("string", "number", "boolean"));
  private static final Object TRUTH = Map.of("type", "boolean");
  private static final Object DATE = pattern("^\\d{4}-\\d\\d-\\d\\d$");
  private static final Object INSTANT =
      pattern("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)$");
  private static final Object PRICE = pattern("^\\d+(\\.\\d+)? [A-Z]{3}$");
  private static final Object NAME = pattern("^[A-Za-z0-9][A-Za-z0-9.-]{0,59}$");
  private static final Object DAYS =
      map(
          "type",
          "array",
          "minItems",
          1,
          "items",
          map("enum", List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")));

  private final Map<String, Map<String, String>> page = FormatPage.read();
  private final Map<String, Object> definitions = new LinkedHashMap<>();

  static String pack() {
    return JsonText.of(new FormatSchemas().packSchema());
  }

  static String cases() {
    return JsonText.of(new FormatSchemas().caseSchema());
  }

  private Map<String, Object> packSchema() {
    define("condition", condition());
    define("reading", object("A reading", PackKeys.READING, PackKeys.READING, reading()));
    define("clause", clause());
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("id", NAME);
    properties.put("version", anyOf(NAME, Map.of("type", "number")));
    properties.put("title", TEXT);
    properties.put("inForce", inForce());
    properties.put("leavesOut", TEXT);
    properties.put("calendar", calendar());
    properties.put(
        "usage",
        object(
            "Usage",
            PackKeys.USAGE,
            List.of("counts"),
            properties("counts", oneOrSome(words(List.of(CountedUses.Kind.values()))))));
    properties.put("windows", map("type", "object", "additionalProperties", window()));
    properties.put("clauses", map("type", "array", "items", ref("clause")));
    properties.put("gaps", map("type", "array", "items", gap()));
    properties.put("clashes", map("type", "array", "items", clash()));
    return document(
        "A seller's policy as Tapwright reads it",
        object(
            "The pack",
            PackKeys.PACK,
            List.of("id", "version", "title", "calendar", "clauses"),
            properties));
  }

  private Object inForce() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("from", DATE);
    properties.put("posted", DATE);
    properties.put("by", words(Event.ALL));
    properties.put("clause", TEXT);
    properties.put(
        "notice",
        object(
            "Notice",
            PackKeys.NOTICE,
            List.of("days"),
            properties("days", whole(1), "given", DATE)));
    return object("From when it binds", PackKeys.IN_FORCE, List.of("from", "by"), properties);
  }

  private Object calendar() {
    Object changing =
        map(
            "type",
            "array",
            "minItems",
            1,
            "items",
            map(
                "type",
                "object",
                "additionalProperties",
                false,
                "properties",
                properties("from", DATE, "days", DAYS)));
    return object(
        "The calendar",
        PackKeys.CALENDAR,
        List.of("zone", "week", "holidays"),
        properties(
            "zone",
            TEXT,
            "week",
            anyOf(DAYS, changing),
            "holidays",
            map("enum", List.copyOf(ShippedPacks.holidayLists().keySet())),
            "reading",
            ref("reading")));
  }

  private Object window() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("from", oneOrSome(words(Event.ALL)));
    properties.put("before", oneOrSome(words(Event.ALL)));
    properties.putAll(span());
    Map<String, Object> window = object("A window", PackKeys.WINDOW, NONE, properties);
    window.put("oneOf", List.of(required("from"), required("before")));
    return window;
  }

  private static Map<String, Object> span() {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Unit unit : Unit.values()) {
      properties.put(unit.word(), whole(1));
    }
    properties.put("first", words(List.of(FirstDay.values())));
    properties.put("last", words(List.of(LastDay.values())));
    return properties;
  }

  private Object clause() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("id", TEXT);
    properties.put("kind", words(List.of(ClauseKind.values())));
    properties.put(
        "source",
        object(
            "A source",
            PackKeys.SOURCE,
            PackKeys.SOURCE,
            properties("lines", oneOrSome(whole(1)), "section", TEXT)));
    properties.put("says", TEXT);
    properties.put("claims", oneOrSome(words(List.of(ClaimKind.values()))));
    properties.put("when", ref("condition"));
    properties.put("evidence", map("type", "array", "items", evidence()));
    properties.put("then", oneOrSome(then()));
    properties.put("due", map("type", "array", "items", due()));
    properties.put(
        "overrides",
        map("type", "object", "additionalProperties", words(List.of(Ground.values()))));
    properties.put("reading", ref("reading"));
    return object(
        "A clause", PackKeys.CLAUSE, List.of("id", "kind", "source", "says", "claims"), properties);
  }

  private Object evidence() {
    Object some = oneOrSome(words(List.of(Evidence.values())));
    return anyOf(
        some,
        object(
            "Evidence",
            PackKeys.EVIDENCE,
            PackKeys.EVIDENCE,
            properties("any-of", some, "when", ref("condition"))));
  }

  private Object then() {
    return object(
        "What follows",
        PackKeys.THEN,
        List.of("outcome"),
        properties(
            "when",
            ref("condition"),
            "outcome",
            words(List.of(Outcome.values())),
            "effects",
            oneOrMore(words(List.of(Effect.values()))),
            "amount",
            words(List.of(AmountRule.values())),
            "shipping",
            words(List.of(Payer.values()))));
  }

  private Object due() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("step", words(List.of(Step.values())));
    properties.put("when", ref("condition"));
    properties.put("at", oneOrSome(words(Event.ALL)));
    properties.put("anniversary-after", words(Event.ALL));
    properties.put("from", oneOrSome(words(Event.ALL)));
    properties.putAll(span());
    return object("A due date", PackKeys.DUE, List.of("step"), properties);
  }

  private static Map<String, Object> reading() {
    return properties(
        "chosen", TEXT, "rejected", map("type", "array", "items", TEXT), "because", TEXT);
  }

  private Object gap() {
    return object(
        "A gap",
        PackKeys.GAP,
        List.of("id", "claims", "because"),
        properties(
            "id",
            TEXT,
            "claims",
            oneOrSome(words(List.of(ClaimKind.values()))),
            "when",
            ref("condition"),
            "because",
            TEXT));
  }

  private Object clash() {
    return object(
        "A clash",
        PackKeys.CLASH,
        PackKeys.CLASH,
        properties(
            "between",
            map("type", "array", "minItems", 2, "maxItems", 2, "items", TEXT),
            "because",
            TEXT));
  }

  private Object condition() {
    Object some = map("type", "array", "minItems", 1, "items", ref("condition"));
    Object timing =
        anyOf(
            Map.of("type", "string"),
            map(
                "type",
                "object",
                "additionalProperties",
                false,
                "required",
                List.of("window", "act"),
                "properties",
                properties("window", TEXT, "act", words(Event.ALL))));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("all", some);
    properties.put("any", some);
    properties.put("not", ref("condition"));
    properties.put("shown", ref("condition"));
    properties.put("happened", oneOrSome(words(Event.ALL)));
    properties.put("within", timing);
    properties.put("after", timing);
    properties.put("usage", usage());
    for (Choice choice : Choice.ALL) {
      properties.put(choice.key(), oneOrSome(words(choice.allowed())));
    }
    for (Flag flag : Flag.ALL) {
      properties.put(flag.key(), TRUTH);
    }
    Map<String, Object> condition = object("Conditions", ConditionReader.KEYS, NONE, properties);
    condition.put("minProperties", 1);
    return condition;
  }

  private static Object usage() {
    Map<String, Object> properties = properties("in", TEXT);
    for (Comparison comparison : Comparison.values()) {
      properties.put(comparison.word(), whole(0));
    }
    return map(
        "type",
        "object",
        "additionalProperties",
        false,
        "minProperties",
        2,
        "required",
        List.of("in"),
        "properties",
        properties);
  }

  private Map<String, Object> caseSchema() {
    Object fileCalendar =
        object(
            "The file's calendar",
            CaseKeys.CALENDAR,
            NONE,
            properties(
                "zone", TEXT, "week", DAYS, "holidays", map("type", "array", "items", DATE)));
    Object one =
        object(
            "A case",
            CaseKeys.CASE,
            List.of("name", "claim", "expect"),
            properties("name", TEXT, "claim", claim(), "facts", facts(), "expect", expect()));
    return document(
        "Cases that say what a policy must decide",
        object(
            "The file",
            CaseKeys.FILE,
            List.of("policy", "cases"),
            properties(
                "policy",
                TEXT,
                "calendar",
                fileCalendar,
                "cases",
                map("type", "array", "items", one))));
  }

  private Object claim() {
    return object(
        "The claim",
        CaseKeys.CLAIM,
        List.of("kind", "at"),
        properties(
            "kind",
            words(List.of(ClaimKind.values())),
            "reason",
            words(List.of(Reason.values())),
            "at",
            INSTANT,
            "evidence",
            oneOrMore(words(List.of(Evidence.values())))));
  }

  private Object facts() {
    Map<String, Object> properties = new LinkedHashMap<>();
    CaseKeys.CHOICES.forEach(choice -> properties.put(choice.key(), words(choice.allowed())));
    Flag.ALL.forEach(flag -> properties.put(flag.key(), TRUTH));
    Event.ALL.forEach(event -> properties.put(event.word(), INSTANT));
    properties.put("price", PRICE);
    properties.put("taps", whole(0));
    properties.put("shares", whole(0));
    properties.put("usage", map("type", "array", "items", use()));
    properties.put(Facts.UNSEEN_READS, whole(0));
    properties.put(
        "dispute",
        object(
            "The dispute",
            CaseKeys.DISPUTE,
            CaseKeys.DISPUTE,
            properties(
                "kind",
                words(Choice.DISPUTE_KIND.allowed()),
                "status",
                words(Choice.DISPUTE_STATUS.allowed()))));
    return object("The facts", CaseKeys.FACTS, NONE, properties);
  }

  private Object use() {
    return object(
        "A use",
        CaseKeys.USE,
        List.of("at"),
        counts(properties("at", INSTANT), CaseKeys.USE.subList(1, CaseKeys.USE.size())));
  }

  private static Map<String, Object> counts(Map<String, Object> properties, List<String> keys) {
    keys.forEach(key -> properties.put(key, whole(0)));
    return properties;
  }

  private Object expect() {
    Object ids = map("type", "array", "items", TEXT);
    Map<String, Object> due = new LinkedHashMap<>();
    Stream.of(Step.values()).forEach(step -> due.put(step.word(), INSTANT));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("outcome", words(List.of(Outcome.values())));
    properties.put("by", ids);
    properties.put("over", ids);
    properties.put("missing", ids);
    properties.put("effects", oneOrMore(words(List.of(Effect.values()))));
    properties.put("shipping", words(List.of(Payer.values())));
    properties.put("amount", PRICE);
    properties.put("due", map("type", "object", "additionalProperties", false, "properties", due));
    properties.put("until", INSTANT);
    properties.put("notices", oneOrMore(words(List.of(Notice.values()))));
    return object("What is expected", CaseKeys.EXPECT, NONE, properties);
  }

  private void define(String name, Object schema) {
    definitions.put(name, schema);
  }

  private Map<String, Object> document(String title, Map<String, Object> root) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("$schema", DRAFT);
    document.put("title", title);
    document.putAll(root);
    if (!definitions.isEmpty()) {
      document.put("$defs", definitions);
    }
    return document;
  }

  /** An object with exactly the code's keys, each with what the guide says of it. */
  private Map<String, Object> object(
      String heading, List<String> keys, List<String> required, Map<String, Object> properties) {
    Set<String> described = new LinkedHashSet<>(properties.keySet());
    if (!described.equals(new LinkedHashSet<>(keys))) {
      throw new AssertionError(heading + " has the keys " + keys + ", the schema " + described);
    }
    Map<String, Object> explained = new LinkedHashMap<>();
    for (String key : keys) {
      Map<String, Object> property = new LinkedHashMap<>();
      property.put(
          "description", page.getOrDefault(heading, Map.of()).getOrDefault(key, "not explained"));
      ((Map<?, ?>) properties.getOrDefault(key, Map.of()))
          .forEach((name, value) -> property.put(String.valueOf(name), value));
      explained.put(key, property);
    }
    Map<String, Object> object = map("type", "object", "additionalProperties", false);
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    object.put("properties", explained);
    return object;
  }

  private static Object words(List<? extends Word> words) {
    List<Object> values = new ArrayList<>();
    for (Word word : words) {
      if (word instanceof Answer) {
        values.add(Boolean.valueOf(word.word()));
      }
      values.add(word.word());
    }
    return map("enum", values);
  }

  private static Object whole(int least) {
    return map("type", "integer", "minimum", least);
  }

  private static Object pattern(String pattern) {
    return map("type", "string", "pattern", pattern);
  }

  private static Object ref(String definition) {
    return map("$ref", "#/$defs/" + definition);
  }

  private static Object required(String key) {
    return map("required", List.of(key));
  }

  private static Object anyOf(Object one, Object other) {
    return map("anyOf", List.of(one, other));
  }

  private static Object oneOrSome(Object one) {
    return anyOf(one, map("type", "array", "minItems", 1, "items", one));
  }

  private static Object oneOrMore(Object one) {
    return anyOf(one, map("type", "array", "items", one));
  }

  private static Map<String, Object> properties(Object... keysAndSchemas) {
    return map(keysAndSchemas);
  }

  private static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    List<Object> list = Arrays.asList(keysAndValues);
    for (int i = 0; i < list.size(); i += 2) {
      map.put(String.valueOf(list.get(i)), list.get(i + 1));
    }
    return map;
  }
}
