package tapwright.core.policy.explain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tapwright.core.policy.Word;
import tapwright.core.policy.decide.Resolution;
import tapwright.core.policy.decide.Verdict;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.CountedUses;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Fact;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Flag;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.pack.Cells;
import tapwright.core.policy.pack.Clause;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.InForce;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.pack.Situation;
import tapwright.core.policy.pack.Sketch;

/** Gives one fact of a situation each value that it can have, and groups those that lead alike. */
final class OtherValues {

  private final Situation situation;
  private final Cells cells;
  private final List<Group> groups = new ArrayList<>();

  private OtherValues(Situation situation) {
    this.situation = situation;
    Pack pack = situation.pack();
    ClaimKind kind = situation.claim().kind();
    this.cells = Cells.of(pack.deciding(kind), pack.gaps(kind));
  }

  /**
   * Values that lead to the same.
   *
   * @param values in words
   * @param suppose the same as the beginning of a sentence
   * @param verdict where they lead
   * @param isOlder whether the order would be older than the pack
   */
  record Group(String values, String suppose, Verdict verdict, boolean isOlder) {

    Group(String values, String suppose, Verdict verdict) {
      this(values, suppose, verdict, false);
    }
  }

  /**
   * What must be alike for values to be told as one.
   *
   * @param outcome what the claim gets
   * @param effects what else is done
   * @param by the clauses that decide
   */
  private record Result(Outcome outcome, Set<Effect> effects, List<Clause> by) {

    static Result of(Verdict verdict) {
      return new Result(verdict.outcome(), verdict.effects(), verdict.by());
    }
  }

  static List<Group> of(Fact fact, Situation situation) {
    OtherValues values = new OtherValues(situation);
    switch (fact) {
      case Choice choice -> values.choices(choice);
      case Flag flag -> values.flag(flag);
      case Fact.Uses _ -> values.uses();
      case Event event -> values.instants(event);
    }
    return values.groups;
  }

  private Verdict verdict(Facts.Builder facts) {
    return Resolution.of(situation.with(facts));
  }

  private void choices(Choice choice) {
    if (isHalfADispute(choice)) {
      return;
    }
    Map<Result, List<Word>> values = new LinkedHashMap<>();
    Map<Result, Verdict> verdicts = new LinkedHashMap<>();
    for (Word value : choice.allowed()) {
      Verdict verdict =
          choice == Choice.REASON
              ? Resolution.of(situation.withReason((Reason) value))
              : verdict(situation.facts().toBuilder().choose(choice, value));
      values.computeIfAbsent(Result.of(verdict), result -> new ArrayList<>()).add(value);
      verdicts.putIfAbsent(Result.of(verdict), verdict);
    }
    values.forEach(
        (result, group) -> {
          Verdict verdict = verdicts.get(result);
          if (verdict != null) {
            groups.add(
                new Group(FactWords.anyOf(group), FactWords.suppose(choice, group), verdict));
          }
        });
  }

  /** Neither kind nor status of a dispute means anything without the other. */
  private boolean isHalfADispute(Choice choice) {
    return switch (choice) {
      case DISPUTE_KIND -> situation.valueOf(Choice.DISPUTE_STATUS) == null;
      case DISPUTE_STATUS -> situation.valueOf(Choice.DISPUTE_KIND) == null;
      default -> false;
    };
  }

  private void flag(Flag flag) {
    boolean other = !situation.facts().is(flag);
    groups.add(
        new Group(
            Boolean.toString(other),
            FactWords.suppose(flag, other),
            verdict(situation.facts().toBuilder().flag(flag, other))));
  }

  private void uses() {
    List<Long> turns = cells.turnsOfUses();
    CountedUses counted = situation.pack().countedUses();
    long from = 0;
    @Nullable Verdict before = null;
    for (long turn : turns) {
      Verdict verdict = verdict(situation.facts().toBuilder().usage(counted.exactly(turn)));
      if (before != null && !Result.of(before).equals(Result.of(verdict))) {
        addUses(from, turn - 1, before);
        from = turn;
      }
      before = verdict;
    }
    if (before != null) {
      addUses(from, Long.MAX_VALUE, before);
    }
  }

  private void addUses(long from, long to, Verdict verdict) {
    String range = FactWords.uses(from, to);
    groups.add(new Group(range, "With " + range, verdict));
  }

  private void instants(Event event) {
    Facts.Builder without = situation.facts().toBuilder().forget(event);
    if (!event.isCertain() && situation.facts().at(event).isPresent()) {
      groups.add(new Group("not happened", "If " + Phrases.notYet(event), verdict(without)));
    }
    List<Instant> instants =
        cells
            .instants(event, situation.with(without).leavingOpen(Sketch.ofOne(cells, event)))
            .stream()
            .sorted()
            .toList();
    Instant from = Instant.MIN;
    for (int i = 0; i < instants.size(); i++) {
      boolean last = i == instants.size() - 1;
      Verdict verdict = verdictAt(event, instants.get(i));
      if (last || !sameResult(verdict, verdictAt(event, instants.get(i + 1)))) {
        Instant to = last ? Instant.MAX : turn(event, instants.get(i), instants.get(i + 1));
        addInstants(event, from, to, verdict);
        from = to;
      }
    }
  }

  /** In a sentence a range that starts with the pack is not said to start at all. */
  private void addInstants(Event event, Instant from, Instant to, Verdict verdict) {
    Instant start = situation.pack().start();
    InForce version = situation.pack().inForceOrNull();
    boolean picksTheVersion = version != null && version.by() == event;
    ZoneId zone = situation.calendar().zone();
    String said =
        FactWords.range(picksTheVersion && from.equals(start) ? Instant.MIN : from, to, zone);
    groups.add(
        new Group(
            FactWords.range(from, to, zone),
            FactWords.suppose(event, said),
            verdict,
            picksTheVersion && !to.isAfter(start)));
  }

  /** The first second after one instant, up to another, at which the verdict is the later one's. */
  private Instant turn(Event event, Instant before, Instant after) {
    Verdict early = verdictAt(event, before);
    long low = before.getEpochSecond();
    long high = after.getEpochSecond();
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (sameResult(early, verdictAt(event, Instant.ofEpochSecond(middle)))) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Instant.ofEpochSecond(high);
  }

  private Verdict verdictAt(Event event, Instant at) {
    return verdict(situation.facts().toBuilder().at(event, at));
  }

  private static boolean sameResult(Verdict one, Verdict other) {
    return Result.of(one).equals(Result.of(other));
  }
}
