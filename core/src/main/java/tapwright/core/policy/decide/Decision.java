package tapwright.core.policy.decide;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;
import tapwright.core.policy.Money;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.pack.Citation;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Ground;
import tapwright.core.policy.pack.Miss;
import tapwright.core.policy.pack.Notice;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.pack.Payer;
import tapwright.core.policy.pack.Step;

/**
 * What a claim gets under a pack, with all that a person needs to see why.
 *
 * @param claim what was decided
 * @param outcome what the claim gets
 * @param amount the money given back; null where none is or its price is not known
 * @param by the deciding clauses
 * @param over the clauses that applied and were overridden
 * @param nearMisses the clauses that one measurable condition kept from applying
 * @param missing the evidence and facts asked for, sorted
 * @param effects what else is done at the decision
 * @param shipping who pays it; null where nothing is shipped or the text does not say
 * @param due by when each step must be done: the first instant that is too late
 * @param until when the same claim would get something else; null where it never would
 * @param why why a person decides or something is asked; empty where clauses decide
 * @param usage the uses that it turned on; null where no more is told than numbers
 * @param notices what support has to look at before it acts
 * @param basis what it was decided from
 */
public record Decision(
    Claim claim,
    Outcome outcome,
    @Nullable Money amount,
    List<Citation> by,
    List<Overridden> over,
    List<NearMiss> nearMisses,
    List<String> missing,
    Set<Effect> effects,
    @Nullable Payer shipping,
    Map<Step, Instant> due,
    @Nullable Until until,
    String why,
    @Nullable UsesSeen usage,
    Set<Notice> notices,
    Basis basis) {

  public Decision {
    by = List.copyOf(by);
    over = List.copyOf(over);
    nearMisses = List.copyOf(nearMisses);
    missing = List.copyOf(missing);
    notices = Set.copyOf(notices);
    EnumSet<Effect> effectsInOrder = EnumSet.noneOf(Effect.class);
    effectsInOrder.addAll(effects);
    effects = Collections.unmodifiableSet(effectsInOrder);
    EnumMap<Step, Instant> dueInOrder = new EnumMap<>(Step.class);
    dueInOrder.putAll(due);
    due = Collections.unmodifiableMap(dueInOrder);
  }

  /**
   * A clause that applied and was defeated by an edge that the pack names.
   *
   * @param clause the one defeated
   * @param winner the one that defeats it
   * @param ground why
   */
  public record Overridden(Citation clause, Citation winner, Ground ground) {}

  /**
   * A clause that would have applied but for one condition.
   *
   * @param clause which
   * @param miss the condition that failed, and by how much
   */
  public record NearMiss(Citation clause, Miss miss) {}

  /**
   * When the same claim would get something else, all else equal.
   *
   * @param at the first such instant
   * @param outcome what it would get then
   * @param effects what else would be done then
   * @param by the clauses that would decide then
   */
  public record Until(Instant at, Outcome outcome, Set<Effect> effects, List<Citation> by) {}

  /**
   * What a decision was taken from: the same basis and claim give the same bytes again.
   *
   * @param pack id and version, then those of the overlays
   * @param packSha256 the hash of the pack's text
   * @param calendarSha256 the hash of zone, week and holidays
   * @param factsSha256 the hash of the facts
   * @param zone the zone in which windows were judged
   */
  public record Basis(
      String pack, Bytes packSha256, Bytes calendarSha256, Bytes factsSha256, ZoneId zone) {

    /** The overlays of statutory rights that were considered, by id and version. */
    public List<String> overlays() {
      List<String> keys = List.of(pack.split("\\" + Pack.OVERLAY_MARK, -1));
      return keys.subList(1, keys.size());
    }
  }

  /** The ids of the deciding clauses. */
  public List<String> byIds() {
    return by.stream().map(Citation::id).toList();
  }

  /** The ids of the overridden clauses. */
  public List<String> overIds() {
    return over.stream().map(overridden -> overridden.clause().id()).toList();
  }

  /** The decision as ordered plain values, for JSON and for storage. */
  public Map<String, Object> toMap() {
    return DecisionMap.of(this);
  }

  /** The decision in its one stable form: the same decision always gives the same bytes. */
  public Bytes canonicalBytes() {
    return canonicalBytes(toMap());
  }

  /** The same form of a decision that was kept as plain values, whatever became of them. */
  public static Bytes canonicalBytes(Map<String, ?> values) {
    return Bytes.ofUtf8(CanonicalText.of(values));
  }
}
