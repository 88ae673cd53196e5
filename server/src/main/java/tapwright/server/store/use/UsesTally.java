package tapwright.server.store.use;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tapwright.core.policy.explain.Cuts;
import tapwright.core.policy.fact.CountedUses;
import tapwright.core.policy.fact.Usage;
import tapwright.server.store.hit.FoldedInstants;

/** Adds up the uses of an account, segment by segment. */
final class UsesTally {

  private final List<Cuts.Segment> segments;
  private final DayParts parts;
  private final UseSum[] sums;
  private final Set<Long> piecemeal = new HashSet<>();
  private UseSum doubtful = UseSum.NONE;

  UsesTally(List<Cuts.Segment> segments) {
    this.segments = segments;
    this.parts = new DayParts(segments);
    this.sums = new UseSum[segments.size()];
    Arrays.fill(sums, UseSum.NONE);
  }

  DayParts parts() {
    return parts;
  }

  /**
   * Says that the day's sum over the cards that count for the whole of it tells too much, since it
   * holds uses of which no instant is known: all parts of all these cards are counted one by one.
   */
  void countPiecemeal(long day) {
    piecemeal.add(day);
  }

  /** The parts of a day of a card that are counted one by one. */
  List<DayParts.Part> oneByOne(CardDay day) {
    if (day.isWhole()) {
      return piecemeal.contains(day.day())
          ? parts.parts(day.start(), day.end())
          : parts.besideLongest(day.day());
    }
    List<DayParts.Part> own = day.parts(parts);
    return isCountedAsOne(day) ? DayParts.beside(day.longestSince(parts), own) : own;
  }

  /** A card's own sum of the day, which no other card's uses are in, has no say in theirs. */
  private static boolean isCountedAsOne(CardDay day) {
    return day.isParted() && day.unplacedUses().all() == 0;
  }

  /** Adds the sum of a day that only this card does not count for the whole of. */
  void addOwn(CardDay day) {
    if (isCountedAsOne(day)) {
      into(day.longestSince(parts).way().into(), day.sum());
    }
  }

  /** Adds the sum of a day over all cards that count for the whole of it. */
  void addDay(long day, UseSum sum) {
    if (!piecemeal.contains(day)) {
      into(parts.segmentOf(day), sum);
    }
  }

  /** Adds uses of a part of a day. */
  void add(DayParts.Way way, UseSum sum) {
    if (way.into() == CardDay.IN_DOUBT) {
      addDoubtful(sum);
    } else {
      into(way.into(), sum);
    }
    into(way.outOf(), UseSum.NONE.minus(sum));
  }

  /** Adds the uses of a day of which no hit is on record, but an instant each. */
  void addFolded(CardDay day, List<DayParts.Part> oneByOne) {
    for (FoldedInstants.Use use : day.instants().uses()) {
      long at = day.start() + use.sinceMidnight();
      oneByOne.stream()
          .filter(part -> part.has(at))
          .forEach(part -> add(part.way(), UseSum.of(day.hitClass(), use)));
    }
  }

  /** Adds uses that could have been in any segment or in none. */
  void addDoubtful(UseSum sum) {
    doubtful = doubtful.plus(sum);
  }

  private void into(int segment, UseSum sum) {
    if (segment != DayParts.OUTSIDE) {
      sums[segment] = sums[segment].plus(sum);
    }
  }

  /** Uses that would count, may have been in segments and are not in their sums. */
  long doubtful(CountedUses counted) {
    return counted.of(doubtful.taps(), doubtful.shares());
  }

  UseSum all() {
    return Arrays.stream(sums).reduce(UseSum.NONE, UseSum::plus);
  }

  /** The sums of those segments in which there are uses. */
  List<Usage.Use> uses() {
    List<Usage.Use> uses = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      if (sums[i].all() > 0) {
        uses.add(sums[i].at(segments.get(i).standIn()));
      }
    }
    return uses;
  }
}
