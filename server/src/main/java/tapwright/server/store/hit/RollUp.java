package tapwright.server.store.hit;

import java.util.Collection;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import tapwright.core.tap.Assurance;
import tapwright.core.tap.Reason;
import tapwright.server.record.hit.StoredHit;
import tapwright.server.store.sql.Micros;
import tapwright.server.store.sql.Words;

/** The row of a roll-up that hits of one card, day and class are added to. */
record RollUp(long card, long day, String hitClass, String seller) {

  /** The order of the tables' keys, in which rows that several nodes change are changed. */
  private static final Comparator<RollUp> BY_KEY =
      Comparator.comparingLong(RollUp::card)
          .thenComparingLong(RollUp::day)
          .thenComparing(RollUp::hitClass)
          .thenComparing(RollUp::seller);

  /** A hundred hits of one card and class are one change of a row. */
  static SortedMap<RollUp, Tally> of(Collection<StoredHit> hits) {
    SortedMap<RollUp, Tally> rows = new TreeMap<>(BY_KEY);
    hits.forEach(hit -> rows.merge(of(hit), Tally.of(hit), Tally::plus));
    return rows;
  }

  private static RollUp of(StoredHit hit) {
    return new RollUp(
        hit.key().card().value(),
        Days.of(Micros.of(hit.key().at())),
        Words.of(hit.verdict().hitClass()),
        hit.seller().value());
  }

  /**
   * What is added to a row.
   *
   * @param hits how many hits
   * @param signed how many of them the chip signed
   * @param mirrored how many of them the chip wrote its counter into
   * @param quick how many of them came in quick succession
   */
  record Tally(long hits, long signed, long mirrored, long quick) {

    private static Tally of(StoredHit hit) {
      Assurance assurance = hit.verdict().assurance();
      return new Tally(
          1,
          assurance == Assurance.SIGNED ? 1 : 0,
          assurance == Assurance.MIRRORED ? 1 : 0,
          hit.verdict().reason() == Reason.QUICK_SUCCESSION ? 1 : 0);
    }

    private Tally plus(Tally other) {
      return new Tally(
          hits + other.hits, signed + other.signed, mirrored + other.mirrored, quick + other.quick);
    }
  }
}
