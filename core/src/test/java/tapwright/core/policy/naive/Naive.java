package tapwright.core.policy.naive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Decides a case straight from the text of a pack. Where facts are unknown, every answer to each of
 * them is tried, and those are asked for without which two answers part.
 */
public final class Naive {

  /** More answers than this are not tried; generated cases leave less unknown. */
  private static final int MOST_LEAVES = 100_000;

  private int leaves;

  private Naive() {}

  /**
   * What all answers lead to.
   *
   * @param answers the answers by fact
   * @param decision what follows
   */
  private record Leaf(SortedMap<String, String> answers, NaiveDecision decision) {

    Leaf answering(String fact, String answer) {
      SortedMap<String, String> more = new TreeMap<>(answers);
      more.put(fact, answer);
      return new Leaf(more, decision);
    }
  }

  /** The decision on a case, with days counted by the given calendar. */
  public static NaiveDecision decide(NaivePack pack, NaiveCalendar calendar, PlainCase plain) {
    World world = new World(pack, calendar, plain, new TreeMap<>());
    NavigableSet<String> waiting = waiting(world);
    if (waiting.isEmpty()) {
      return NaiveEvaluator.decide(world);
    }
    List<Leaf> leaves = new Naive().leaves(world);
    NaiveDecision first = leaves.getFirst().decision;
    if (!leaves.stream().allMatch(leaf -> leaf.decision.givesTheSameAs(first))) {
      return ask(world, facts(leaves));
    }
    NavigableSet<String> by = new TreeSet<>(first.by());
    leaves.forEach(leaf -> by.retainAll(leaf.decision.by()));
    boolean eachNamesOne = leaves.stream().noneMatch(leaf -> leaf.decision.by().isEmpty());
    return by.isEmpty() && eachNamesOne ? ask(world, waiting) : shared(leaves, by);
  }

  /** What must be known before each clause is known to apply or not, and with what. */
  private static NavigableSet<String> waiting(World world) {
    NavigableSet<String> facts = new TreeSet<>();
    world
        .pack()
        .version()
        .map(version -> version.at("by").text())
        .filter(event -> !world.plain().events().containsKey(event))
        .ifPresent(facts::add);
    for (Plain clause : world.pack().deciding(world.plain().kind())) {
      Answer applies = world.holds(clause.find("when"));
      facts.addAll(applies.waitsFor());
      if (applies.yes()) {
        facts.addAll(waitingInside(world, clause));
      }
    }
    return facts;
  }

  private static NavigableSet<String> waitingInside(World world, Plain clause) {
    NavigableSet<String> facts = new TreeSet<>();
    for (Plain demand : clause.find("evidence").map(Plain::items).orElse(List.of())) {
      Optional<Plain> when = demand.isMap() ? demand.find("when") : Optional.empty();
      facts.addAll(world.holds(when).waitsFor());
    }
    for (Plain variant : clause.at("then").itemsOrOne()) {
      Answer follows = world.holds(variant.find("when"));
      facts.addAll(follows.waitsFor());
      if (follows.yes()) {
        break;
      }
    }
    return facts;
  }

  private List<Leaf> leaves(World world) {
    NavigableSet<String> waiting = waiting(world);
    if (waiting.isEmpty()) {
      if (++leaves > MOST_LEAVES) {
        throw new IllegalStateException("too much is unknown for trying: " + world.plain());
      }
      return List.of(new Leaf(new TreeMap<>(), NaiveEvaluator.decide(world)));
    }
    String fact = waiting.last();
    List<Leaf> all = new ArrayList<>();
    answers(world, fact)
        .forEach(
            (answer, answered) ->
                leaves(answered).forEach(leaf -> all.add(leaf.answering(fact, answer))));
    return all;
  }

  private static Map<String, World> answers(World world, String fact) {
    Map<String, World> answers = new TreeMap<>();
    PlainCase plain = world.plain();
    if (fact.equals(World.USAGE)) {
      counts(world)
          .forEach(count -> answers.put(count.toString(), world.with(plain.withUses(count))));
    } else if (fact.equals(World.PURCHASE)) {
      purchases(world)
          .forEach(at -> answers.put(at.toString(), world.with(plain.withEvent(fact, at))));
    } else if (fact.startsWith("holidays ")) {
      String window = fact.substring(fact.indexOf(" for ") + " for ".length());
      answers.put("open", world.assuming(window, Instant.MAX));
      answers.put("over", world.assuming(window, Instant.MIN));
    } else {
      Objects.requireNonNull(Vocabulary.CHOICES.get(fact), fact)
          .forEach(value -> answers.put(value, world.with(plain.withValue(fact, value))));
    }
    return answers;
  }

  /** Numbers of uses at and around every number that the pack names. */
  private static NavigableSet<Long> counts(World world) {
    long least = world.plain().uses().between(Instant.MIN, Instant.MAX);
    NavigableSet<Long> counts = new TreeSet<>(Set.of(least));
    for (Plain uses : deep(world.pack().root(), "usage")) {
      uses.entries()
          .forEach(
              (key, limit) -> {
                for (int off = -1; off <= 1 && !key.equals("in"); off++) {
                  counts.add(Math.max(least, limit.number() + off));
                }
              });
    }
    return counts;
  }

  /** Every value that stands under a key, however deep. */
  static List<Plain> deep(Plain plain, String key) {
    List<Plain> found = new ArrayList<>();
    if (plain.isMap()) {
      plain
          .entries()
          .forEach(
              (name, value) -> {
                if (name.equals(key)) {
                  found.add(value);
                }
                found.addAll(deep(value, key));
              });
    } else if (plain.isList()) {
      plain.items().forEach(item -> found.addAll(deep(item, key)));
    }
    return found;
  }

  /** Instants of purchase on each day for as long back as a window could reach, and at its ends. */
  private static NavigableSet<Instant> purchases(World world) {
    Instant now = world.plain().at();
    NavigableSet<Instant> instants = new TreeSet<>(Set.of(now, now.minus(Duration.ofDays(1))));
    world.pack().start().ifPresent(start -> addAround(instants, start));
    for (Plain window : world.pack().windows()) {
      if (window.find("from").map(Plain::words).orElse(List.of()).contains(World.PURCHASE)) {
        addBack(instants, world, window);
      }
    }
    if (world.plain().uses().each() != null) {
      world.plain().uses().each().forEach(use -> addAround(instants, use.at()));
    }
    instants.removeIf(at -> at.isAfter(now));
    return instants;
  }

  private static void addBack(NavigableSet<Instant> instants, World world, Plain window) {
    Instant now = world.plain().at();
    if (window.has("hours")) {
      addAround(instants, now.minus(Duration.ofHours(window.at("hours").number())));
      return;
    }
    int days =
        window.find("calendar-days").or(() -> window.find("business-days")).orElseThrow().number();
    for (int back = 0; back <= 2 * days + 20; back++) {
      addAround(instants, world.calendar().startOf(world.calendar().dateOf(now).minusDays(back)));
    }
  }

  private static void addAround(NavigableSet<Instant> instants, Instant instant) {
    instants.add(instant);
    instants.add(instant.minusNanos(1));
  }

  /** The facts of which two answers, all else equal, lead to something else. */
  private static NavigableSet<String> facts(List<Leaf> leaves) {
    Map<String, Set<String>> answers = new TreeMap<>();
    for (Leaf leaf : leaves) {
      leaf.answers.forEach(
          (fact, answer) -> answers.computeIfAbsent(fact, key -> new TreeSet<>()).add(answer));
    }
    NavigableSet<String> parting = new TreeSet<>();
    List<Leaf> full = leaves;
    for (String fact : answers.keySet()) {
      full = spread(full, fact, answers.getOrDefault(fact, Set.of()));
    }
    for (String fact : answers.keySet()) {
      if (parts(full, fact)) {
        parting.add(fact);
      }
    }
    return parting;
  }

  /** Where nobody asked for the fact, each answer to it leads to the same. */
  private static List<Leaf> spread(List<Leaf> leaves, String fact, Set<String> answers) {
    return leaves.stream()
        .flatMap(
            leaf ->
                leaf.answers.containsKey(fact)
                    ? Stream.of(leaf)
                    : answers.stream().map(answer -> leaf.answering(fact, answer)))
        .toList();
  }

  private static boolean parts(List<Leaf> leaves, String fact) {
    Map<SortedMap<String, String>, NaiveDecision> byOthers = new HashMap<>();
    for (Leaf leaf : leaves) {
      SortedMap<String, String> others = new TreeMap<>(leaf.answers);
      others.remove(fact);
      NaiveDecision seen = byOthers.putIfAbsent(others, leaf.decision);
      if (seen != null && !seen.givesTheSameAs(leaf.decision)) {
        return true;
      }
    }
    return false;
  }

  private static NaiveDecision ask(World world, NavigableSet<String> facts) {
    NavigableSet<String> names = new TreeSet<>();
    facts.forEach(fact -> names.add(asked(fact)));
    NavigableSet<String> by = new TreeSet<>();
    for (Plain clause : world.pack().deciding(world.plain().kind())) {
      if (!world.holds(clause.find("when")).no()) {
        by.add(NaivePack.id(clause));
      }
    }
    return NaiveDecision.needsInfo(by, new TreeSet<>(), names);
  }

  private static String asked(String fact) {
    int window = fact.indexOf(" for ");
    return fact.startsWith("dispute") ? "dispute" : window < 0 ? fact : fact.substring(0, window);
  }

  /** What all answers have in common; what they differ in is not said. */
  private static NaiveDecision shared(List<Leaf> leaves, NavigableSet<String> by) {
    NaiveDecision first = leaves.getFirst().decision;
    NavigableSet<String> over = new TreeSet<>(first.over());
    leaves.forEach(leaf -> over.retainAll(leaf.decision.over()));
    SortedMap<String, Instant> due = new TreeMap<>(first.due());
    leaves.forEach(leaf -> due.entrySet().retainAll(leaf.decision.due().entrySet()));
    boolean oneAmount = same(leaves, NaiveDecision::amount);
    boolean onePayer = same(leaves, NaiveDecision::shipping);
    return new NaiveDecision(
        first.outcome(),
        by,
        over,
        first.missing(),
        first.effects(),
        oneAmount ? first.amount() : null,
        onePayer ? first.shipping() : null,
        due);
  }

  private static boolean same(List<Leaf> leaves, Function<NaiveDecision, ?> part) {
    Object first = part.apply(leaves.getFirst().decision);
    return leaves.stream().allMatch(leaf -> Objects.equals(first, part.apply(leaf.decision)));
  }
}
