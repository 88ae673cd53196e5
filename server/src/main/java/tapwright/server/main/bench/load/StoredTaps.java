package tapwright.server.main.bench.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tapwright.core.tap.HitClass;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.hit.UsageCount;

/** What is on record of the load that was sent. */
public final class StoredTaps {

  private static final Set<HitClass> ALL = EnumSet.allOf(HitClass.class);
  private static final Set<HitClass> TAPS = Set.of(HitClass.TAP);
  private static final Set<HitClass> OTHERS = EnumSet.complementOf(EnumSet.of(HitClass.TAP));

  /** As much as is asked for at once of one card at full speed: some hundred thousand hits. */
  private static final Duration SLICE = Duration.ofSeconds(10);

  private final Ledger ledger;

  public StoredTaps(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Hits of some cards that came in some time, as they stand on record one by one.
   *
   * @param taps those that are taps
   * @param others those that are anything else
   */
  public record Count(long taps, long others) {

    public long all() {
      return taps + others;
    }

    private Count plus(Count other) {
      return new Count(taps + other.taps, others + other.others);
    }
  }

  /** The hits that came from one instant to another. */
  public Count of(List<BenchCard> cards, Instant from, Instant to) {
    return ledger
        .readAcrossSellers(
            records ->
                cards.stream()
                    .map(
                        card ->
                            new Count(
                                rows(records, card, TAPS, new Span(from, to)),
                                rows(records, card, OTHERS, new Span(from, to))))
                    .reduce(new Count(0, 0), Count::plus))
        .join();
  }

  /**
   * The cards whose roll-ups say something else than their hits one by one; empty when all agree.
   *
   * <p>To be asked when nothing is on its way any more.
   */
  public List<String> wronglyRolledUp(List<BenchCard> cards, Instant from, Instant to) {
    List<String> wrong = new ArrayList<>();
    for (BenchCard card : cards) {
      long rows =
          ledger.readAcrossSellers(records -> rows(records, card, ALL, new Span(from, to))).join();
      long rolledUp = ledger.readAcrossSellers(records -> rolledUp(records, card)).join();
      if (rows != rolledUp) {
        wrong.add(
            "card " + card.id() + " has " + rows + " hits on record, rolled up as " + rolledUp);
      }
    }
    return wrong;
  }

  private static long rolledUp(Records records, BenchCard card) {
    return records.hits().usage(FirstSeller.ID, card.id()).stream()
        .mapToLong(UsageCount::count)
        .sum();
  }

  private static long rows(Records records, BenchCard card, Set<HitClass> classes, Span span) {
    long rows = 0;
    for (Instant at = span.from(); at.isBefore(span.to()); at = at.plus(SLICE)) {
      Instant end = at.plus(SLICE);
      rows +=
          records
              .hits()
              .instants(card.id(), classes, at, end.isBefore(span.to()) ? end : span.to())
              .size();
    }
    return rows;
  }

  /** From (inclusive) to (exclusive). */
  private record Span(Instant from, Instant to) {}
}
