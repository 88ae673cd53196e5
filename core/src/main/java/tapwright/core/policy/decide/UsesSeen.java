package tapwright.core.policy.decide;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tapwright.core.policy.fact.CountedUses;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.TapKinds;
import tapwright.core.policy.fact.Usage;
import tapwright.core.policy.pack.Cells;
import tapwright.core.policy.pack.Clause;
import tapwright.core.policy.pack.Miss;
import tapwright.core.policy.pack.Situation;
import tapwright.core.policy.pack.Stretch;
import tapwright.core.policy.pack.Then;
import tapwright.core.policy.pack.Truth;
import tapwright.core.policy.pack.Window;

/**
 * The uses that a decision turned on, with what the record tells of them beyond their number. It is
 * shown to people; no clause looks at it.
 *
 * @param windows where they lie, in the order of the pack
 * @param counted which of them count
 * @param unseenReads how many more uses at most there may have been: reads of the chips that the
 *     server did not see, and uses whose time is in doubt
 */
public record UsesSeen(List<InWindow> windows, CountedUses counted, long unseenReads) {

  public UsesSeen {
    windows = List.copyOf(windows);
  }

  /**
   * The uses inside a window, up to the claim.
   *
   * @param window which
   * @param taps how many taps
   * @param shares how many shares
   * @param kinds how well the taps are known
   */
  public record InWindow(Window window, long taps, long shares, TapKinds kinds) {}

  /** Null where the record tells no more than numbers. */
  static @Nullable UsesSeen of(
      Situation situation, Verdict verdict, List<Decision.NearMiss> nearMisses) {
    long unseen = situation.facts().unseenReads();
    List<InWindow> windows =
        situation.facts().usage() instanceof Usage.Timeline timeline
            ? told(situation, timeline, lookedAt(situation, verdict, nearMisses))
            : List.of();
    return windows.isEmpty() && unseen == 0
        ? null
        : new UsesSeen(windows, situation.pack().countedUses(), unseen);
  }

  private static List<InWindow> told(
      Situation situation, Usage.Timeline timeline, Set<Window> lookedAt) {
    List<InWindow> told = new ArrayList<>();
    for (Window window : situation.pack().windows()) {
      Stretch stretch = lookedAt.contains(window) ? situation.usesCountIn(window) : null;
      if (stretch != null) {
        Usage.Use sum = timeline.sum(stretch.from(), stretch.to());
        if (sum.kinds().isTold() || !situation.pack().countedUses().isUsual()) {
          told.add(new InWindow(window, sum.taps(), sum.shares(), sum.kinds()));
        }
      }
    }
    return told;
  }

  /** Where the deciding clauses count what made them apply, and the others what kept them off. */
  private static Set<Window> lookedAt(
      Situation situation, Verdict verdict, List<Decision.NearMiss> nearMisses) {
    Set<Window> windows = new LinkedHashSet<>();
    for (Clause clause : verdict.by()) {
      Stream.concat(Stream.of(clause.when()), clause.then().stream().map(Then::when))
          .flatMap(Cells::usesCompared)
          .filter(uses -> uses.truth(situation) == Truth.TRUE)
          .forEach(uses -> windows.add(uses.window()));
    }
    for (Decision.NearMiss near : nearMisses) {
      if (near.miss() instanceof Miss.OtherUses other) {
        windows.add(other.window());
      }
    }
    return windows;
  }

  /**
   * Whether the claim would get something else if some of the unseen reads had been uses inside a
   * window.
   */
  static boolean mayBeHigher(Situation situation, Verdict verdict) {
    long unseen = situation.facts().unseenReads();
    return unseen > 0
        && situation.pack().cells().usageWindows().stream()
            .anyMatch(window -> turnsWith(unseen, window, situation, verdict));
  }

  private static boolean turnsWith(
      long unseen, Window window, Situation situation, Verdict verdict) {
    Stretch stretch = situation.usesCountIn(window);
    if (stretch == null) {
      return false;
    }
    CountedUses counts = situation.pack().countedUses();
    long counted = situation.facts().usage().within(stretch.from(), stretch.to(), counts).atLeast();
    return situation.pack().cells().turnsOfUses().stream()
        .filter(turn -> counted < turn && turn - counted <= unseen)
        .map(turn -> withMore(situation, counts.at(stretch.from(), turn - counted)))
        .anyMatch(more -> !Resolution.of(more).givesTheSameAs(verdict));
  }

  private static Situation withMore(Situation situation, Usage.Use more) {
    Facts facts = situation.facts();
    return situation.with(facts.toBuilder().usage(facts.usage().plus(more)));
  }
}
