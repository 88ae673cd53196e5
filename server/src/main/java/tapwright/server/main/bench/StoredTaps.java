package tapwright.server.main.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tapwright.core.tap.HitClass;
import tapwright.server.app.Ledger;
import tapwright.server.app.Records;
import tapwright.server.app.UsageCount;

/** What is on record of the load that was sent. */
final class StoredTaps {

  private static final Set<HitClass> ALL = EnumSet.allOf(HitClass.class);

  /** As much as is asked for at once of one card at full speed: some hundred thousand hits. */
  private static final Duration SLICE = Duration.ofSeconds(2);

  private final Ledger ledger;

  StoredTaps(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Hits of some cards, counted in two ways.
   *
   * @param rows as they stand in the record one by one, in a time that was asked for
   * @param rolledUp as the roll-ups have them, of all time
   * @param taps as the roll-ups have them, those alone that are taps
   */
  record Count(long rows, long rolledUp, long taps) {

    private Count plus(Count other) {
      return new Count(rows + other.rows, rolledUp + other.rolledUp, taps + other.taps);
    }

    /** With what was there before taken off. */
    Count since(Count before) {
      return new Count(rows, rolledUp - before.rolledUp, taps - before.taps);
    }
  }

  /** Both counts in one state of the record. */
  Count of(List<BenchCard> cards, Instant from, Instant to) {
    return ledger
        .read(
            records ->
                cards.stream()
                    .map(card -> of(records, card, from, to))
                    .reduce(new Count(0, 0, 0), Count::plus))
        .join();
  }

  private static Count of(Records records, BenchCard card, Instant from, Instant to) {
    List<UsageCount> usage = records.hits().usage(card.id());
    return new Count(
        rows(records, card, from, to),
        usage.stream().mapToLong(UsageCount::count).sum(),
        usage.stream()
            .filter(count -> count.hitClass() == HitClass.TAP)
            .mapToLong(UsageCount::count)
            .sum());
  }

  private static long rows(Records records, BenchCard card, Instant from, Instant to) {
    long rows = 0;
    for (Instant at = from; at.isBefore(to); at = at.plus(SLICE)) {
      Instant end = at.plus(SLICE);
      rows += records.hits().instants(card.id(), ALL, at, end.isBefore(to) ? end : to).size();
    }
    return rows;
  }
}
