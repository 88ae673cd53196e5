package tapwright.server.store.upkeep.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The identities that hold between a card's hits and what is counted beside them. */
final class TallyChecks {

  private final Findings readCounters = new Findings(Check.READ_COUNTERS);
  private final Findings usedCounters = new Findings(Check.USED_COUNTERS);
  private final Findings tapsOnce = new Findings(Check.TAPS_ONCE);
  private final Findings gaps = new Findings(Check.COUNTER_GAPS);
  private final Findings rollUps = new Findings(Check.ROLL_UPS);

  void compare(String card, CardTally tally) {
    tally.counters().forEach((version, one) -> counter(card + ", key version " + version, one));
    tally.days().forEach((day, rolled) -> rolledUp(card, day, rolled));
  }

  private void counter(String where, CardTally.Counter counter) {
    if (counter.isKept()) {
      readCounters.compare(
          counter.seen() + counter.missed(),
          counter.reach(),
          where + ", seen + missed against last - baseline");
      gaps.compare(counter.advance(), counter.reach(), where + ", 1 + missed of its taps, summed");
    } else {
      readCounters.differs(where + ": taps or used values, but no read counter");
    }
    usedCounters.compare(
        counter.taps(), counter.used(), where + ", taps against counter values used up");
    tapsOnce.compare(counter.twice(), 0, where + ", taps with a value that another tap has");
    tapsOnce.compare(counter.tappedUnused(), 0, where + ", values of taps that are not used up");
  }

  private void rolledUp(String card, CardTally.Day day, RolledUp rolled) {
    if (rolled.stored().equals(rolled.expected())) {
      rollUps.inOrder();
    } else {
      rollUps.differs(
          "%s, %s of %s: rolled up as %s, not %s"
              .formatted(
                  card,
                  day.hitClass(),
                  LocalDate.ofEpochDay(day.number()),
                  rolled.stored(),
                  rolled.expected()));
    }
  }

  List<CheckResult> results() {
    return Stream.of(readCounters, usedCounters, tapsOnce, gaps, rollUps)
        .map(Findings::result)
        .toList();
  }
}
