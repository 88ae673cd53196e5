package tapwright.core.policy.pack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tapwright.core.policy.Word;
import tapwright.core.policy.calendar.Moment;
import tapwright.core.policy.calendar.Span;
import tapwright.core.policy.calendar.Unit;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.CountedUses;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Fact;
import tapwright.core.policy.fact.Usage;

/**
 * The values of each fact that packs tell apart: one stands for all that their conditions treat
 * alike, so a handful of answers stands for every possible one.
 */
public final class Cells {

  /** Longer than any window, even of business days, that counts so many days. */
  private static final int DAYS_PER_DAY = 2;

  private static final Duration HOLIDAYS = Duration.ofDays(20);

  private final Map<Choice, List<Word>> representatives = new EnumMap<>(Choice.class);
  private final Set<Choice> shown = new LinkedHashSet<>();
  private final Set<Condition.Uses> usesCompared = new LinkedHashSet<>();
  private final Set<Timing> timings = new LinkedHashSet<>();
  private final boolean byClass;

  private Cells(List<Condition> atoms, boolean byClass) {
    this.byClass = byClass;
    List<Condition.Chosen> comparisons = new ArrayList<>();
    for (Condition atom : atoms) {
      switch (atom) {
        case Condition.Chosen chosen -> comparisons.add(chosen);
        case Condition.Uses uses -> {
          usesCompared.add(uses);
          timings.add(new Timing(uses.window(), Set.of()));
        }
        case Condition.Within within -> timings.add(Timing.of(within.window(), within.act()));
        case Condition.After after -> timings.add(Timing.of(after.window(), after.act()));
        case Condition.Shown known ->
            atoms(known.part())
                .filter(part -> part instanceof Condition.Chosen)
                .forEach(part -> shown.add(((Condition.Chosen) part).choice()));
        default -> {}
      }
    }
    for (Choice choice : Choice.ALL) {
      representatives.put(choice, representatives(choice, comparisons));
    }
  }

  /**
   * A window with what must come before its end.
   *
   * @param window which
   * @param acts the events that are held against it; none: the claim
   */
  private record Timing(Window window, Set<Event> acts) {

    static Timing of(Window window, @Nullable Event act) {
      return new Timing(window, act == null ? Set.of() : Set.of(act));
    }
  }

  public static Cells of(List<Clause> clauses, List<Gap> gaps) {
    return new Cells(conditions(clauses, gaps).flatMap(Cells::atoms).toList(), false);
  }

  /** The same where two packs count different uses, so that taps and shares are told apart. */
  public static Cells byClassOfUse(List<Clause> clauses, List<Gap> gaps) {
    return new Cells(conditions(clauses, gaps).flatMap(Cells::atoms).toList(), true);
  }

  private static Stream<Condition> conditions(List<Clause> clauses, List<Gap> gaps) {
    return Stream.of(
            clauses.stream().map(Clause::when),
            clauses.stream().flatMap(clause -> clause.then().stream()).map(Then::when),
            clauses.stream().flatMap(clause -> clause.evidence().stream()).map(Demand::when),
            clauses.stream().flatMap(clause -> clause.due().stream()).map(DueRule::when),
            gaps.stream().map(Gap::when))
        .flatMap(all -> all);
  }

  /** One value of each group that the packs tell apart. */
  List<Word> of(Choice choice) {
    return representatives.getOrDefault(choice, choice.allowed());
  }

  /** Whether conditions look at whether the fact is known at all. */
  boolean mayStayUnknown(Choice choice) {
    return shown.contains(choice);
  }

  /** The windows in which uses are counted. */
  public Set<Window> usageWindows() {
    return usesCompared.stream().map(Condition.Uses::window).collect(Collectors.toSet());
  }

  /** The numbers of uses at which something may turn: each starts a range of like ones. */
  public List<Long> turnsOfUses() {
    TreeSet<Long> turns = new TreeSet<>(Set.of(0L));
    usesCompared.forEach(uses -> turns.addAll(List.of(uses.limit(), uses.limit() + 1)));
    return List.copyOf(turns);
  }

  /** Numbers of uses, none below the least, one for each way in which they compare. */
  List<Long> uses(long least) {
    TreeSet<Long> near = new TreeSet<>(Set.of(least));
    for (Condition.Uses uses : usesCompared) {
      near.addAll(List.of(uses.limit() - 1, uses.limit(), uses.limit() + 1));
    }
    Map<List<Truth>, Long> firstOfGroup = new LinkedHashMap<>();
    for (long count : near.tailSet(least)) {
      firstOfGroup.putIfAbsent(comparisons(count), count);
    }
    return List.copyOf(firstOfGroup.values());
  }

  /** Uses that stand for all others, of which so many are known to count. */
  List<Usage.Counts> usages(CountedUses counted, long least) {
    return byClass ? usesByClass() : uses(least).stream().map(counted::exactly).toList();
  }

  /** One for each way in which the taps, the shares and both together compare. */
  private List<Usage.Counts> usesByClass() {
    List<Long> numbers = uses(0);
    TreeSet<Long> parts = new TreeSet<>();
    numbers.forEach(one -> numbers.forEach(other -> parts.add(Math.abs(one - other))));
    Map<List<List<Truth>>, Usage.Counts> firstOfGroup = new LinkedHashMap<>();
    for (long taps : parts) {
      for (long shares : parts) {
        firstOfGroup.putIfAbsent(
            List.of(comparisons(taps), comparisons(shares), comparisons(taps + shares)),
            new Usage.Counts(taps, shares));
      }
    }
    return List.copyOf(firstOfGroup.values());
  }

  private List<Truth> comparisons(long count) {
    Usage.Count exact = new Usage.Count(count, true);
    return usesCompared.stream()
        .map(uses -> uses.comparison().compare(exact, uses.limit()))
        .toList();
  }

  /**
   * Instants of an event, one for each way in which the windows that it has to do with turn out,
   * the youngest first.
   */
  public List<Instant> instants(Event event, Situation situation) {
    Instant now = situation.claim().at();
    Map<List<Boolean>, Instant> firstOfGroup = new LinkedHashMap<>();
    for (Instant at : candidates(event, situation)) {
      firstOfGroup.putIfAbsent(turnsOut(event, at, situation, now), at);
    }
    return List.copyOf(firstOfGroup.values());
  }

  /** How each timing that the event anchors, or has to keep, turns out. */
  private List<Boolean> turnsOut(Event event, Instant at, Situation situation, Instant now) {
    List<Boolean> turns = new ArrayList<>();
    turns.add(event.waitsForItsInstant() && at.isAfter(now));
    turns.add(at.isBefore(situation.pack().start()));
    for (Timing timing : timings) {
      for (Instant anchor : anchors(timing, event, at, situation)) {
        for (Instant act : acts(timing, event, at, situation, now)) {
          turns.add(
              timing.window().end(situation.calendar(), anchor) instanceof Moment.Known end
                  && act.isBefore(end.at()));
        }
      }
    }
    return turns;
  }

  private static Collection<Instant> anchors(
      Timing timing, Event event, Instant at, Situation situation) {
    if (timing.window().anchors().contains(event)) {
      return List.of(at);
    }
    return timing.acts().contains(event) ? known(timing.window().anchors(), situation) : List.of();
  }

  private static Collection<Instant> acts(
      Timing timing, Event event, Instant at, Situation situation, Instant now) {
    if (timing.acts().isEmpty()) {
      return List.of(now);
    }
    if (timing.acts().contains(event)) {
      return List.of(at);
    }
    List<Instant> known = known(timing.acts(), situation);
    // An act that is still to be told apart comes before the claim, where it has to wait for it.
    return known.isEmpty() && timing.acts().stream().allMatch(Event::waitsForItsInstant)
        ? List.of(now)
        : known;
  }

  private static List<Instant> known(Collection<Event> events, Situation situation) {
    return events.stream().flatMap(event -> situation.facts().at(event).stream()).toList();
  }

  /** Instants at and around every turn that the event can bring, the youngest first. */
  private Collection<Instant> candidates(Event event, Situation situation) {
    Instant now = situation.claim().at();
    TreeSet<Instant> instants = new TreeSet<>(List.of(now, now.minus(Duration.ofDays(1))));
    if (event.isKnownAhead()) {
      instants.add(now.plus(Duration.ofDays(1)));
    }
    InForce version = situation.pack().inForceOrNull();
    if (version != null && version.by() == event) {
      instants.add(situation.pack().start());
      instants.add(situation.pack().start().minusSeconds(1));
    }
    for (Timing timing : timings) {
      Window window = timing.window();
      if (window.anchors().contains(event)) {
        for (Instant act : acts(timing, event, now, situation, now)) {
          addAround(instants, window, act, event);
        }
      }
      if (timing.acts().contains(event)) {
        for (Instant anchor : known(window.anchors(), situation)) {
          if (window.end(situation.calendar(), anchor) instanceof Moment.Known end) {
            instants.add(end.at());
            instants.add(end.at().minusSeconds(1));
          }
        }
      }
    }
    instants.removeIf(at -> event.waitsForItsInstant() && !event.isKnownAhead() && at.isAfter(now));
    return situation.isSketched()
        ? inOrderOfEvents(event, situation, instants)
        : instants.descendingSet();
  }

  /**
   * Nothing happens to an order before it is bought. The purchase comes as early as it can and all
   * else as late, so that each leaves the other every turn that it can still take.
   */
  private static Collection<Instant> inOrderOfEvents(
      Event event, Situation situation, NavigableSet<Instant> instants) {
    if (event != Event.PURCHASED_AT) {
      Instant bought = situation.facts().instantOf(Event.PURCHASED_AT);
      if (bought != null && event.followsThePurchase()) {
        instants.add(bought);
        instants.removeIf(at -> at.isBefore(bought));
      }
      return instants.descendingSet();
    }
    List<Instant> later =
        known(Event.ALL.stream().filter(Event::followsThePurchase).toList(), situation);
    instants.addAll(later);
    later.forEach(at -> instants.removeIf(bought -> bought.isAfter(at)));
    return instants;
  }

  /** Anchors so near that the act is in time, exactly at the end, and far beyond it. */
  private static void addAround(Set<Instant> instants, Window window, Instant act, Event event) {
    Span span = window.span();
    Duration length =
        span.unit() == Unit.HOURS ? Duration.ofHours(span.count()) : Duration.ofDays(span.count());
    Duration beyond = length.multipliedBy(DAYS_PER_DAY).plus(HOLIDAYS);
    int sign = window.side() == Window.Side.AFTER ? -1 : 1;
    for (Duration off :
        List.of(length.minusSeconds(1), length, length.plus(Duration.ofDays(1)), beyond)) {
      instants.add(act.plusSeconds(sign * off.toSeconds()));
    }
    instants.add(act);
    instants.add(act.minusSeconds(event.isKnownAhead() ? 1 : 0));
  }

  private static List<Word> representatives(Choice choice, List<Condition.Chosen> comparisons) {
    Map<List<Boolean>, Word> firstOfGroup = new LinkedHashMap<>();
    for (Word value : choice.allowed()) {
      List<Boolean> answers = new ArrayList<>();
      for (Condition.Chosen comparison : comparisons) {
        if (comparison.choice() == choice) {
          answers.add(comparison.values().contains(value));
        }
      }
      firstOfGroup.putIfAbsent(answers, value);
    }
    return List.copyOf(firstOfGroup.values());
  }

  /** The windows that a condition looks at. */
  public static Stream<Window> windows(Condition condition) {
    return atoms(condition)
        .flatMap(
            atom ->
                switch (atom) {
                  case Condition.Within within -> Stream.of(within.window());
                  case Condition.After after -> Stream.of(after.window());
                  case Condition.Uses uses -> Stream.of(uses.window());
                  default -> Stream.of();
                });
  }

  /** The counts of uses that a condition compares. */
  public static Stream<Condition.Uses> usesCompared(Condition condition) {
    return atoms(condition)
        .flatMap(atom -> atom instanceof Condition.Uses uses ? Stream.of(uses) : Stream.of());
  }

  /** The facts that a condition looks at. */
  public static Stream<Fact> facts(Condition condition) {
    return atoms(condition).flatMap(Cells::factsOf);
  }

  private static Stream<Fact> factsOf(Condition atom) {
    return switch (atom) {
      case Condition.Chosen chosen -> Stream.of(chosen.choice());
      case Condition.Flagged flagged -> Stream.of(flagged.flag());
      case Condition.Happened happened -> Stream.of(happened.event());
      case Condition.Within within -> timed(within.window(), within.act());
      case Condition.After after -> timed(after.window(), after.act());
      case Condition.Uses uses ->
          Stream.concat(Stream.of(Fact.Uses.USES), uses.window().anchors().stream());
      default -> Stream.of();
    };
  }

  private static Stream<Fact> timed(Window window, @Nullable Event act) {
    return Stream.concat(window.anchors().stream(), Stream.ofNullable(act));
  }

  /** The condition's own comparisons; what must be shown is listed beside its parts. */
  private static Stream<Condition> atoms(Condition condition) {
    return switch (condition) {
      case Condition.All all -> all.parts().stream().flatMap(Cells::atoms);
      case Condition.Any any -> any.parts().stream().flatMap(Cells::atoms);
      case Condition.Not not -> atoms(not.part());
      case Condition.Shown shown -> Stream.concat(Stream.of(shown), atoms(shown.part()));
      case Condition.Chosen _, Condition.Flagged _, Condition.Happened _ -> Stream.of(condition);
      case Condition.Within _, Condition.After _, Condition.Uses _ -> Stream.of(condition);
    };
  }
}
