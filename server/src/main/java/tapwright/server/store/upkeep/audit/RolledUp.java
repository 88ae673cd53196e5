package tapwright.server.store.upkeep.audit;

import tapwright.server.store.hit.FoldedInstants;

/** A row of a roll-up beside what it must be: the sum over the hits that it stands for. */
final class RolledUp {

  private Sums stored = Sums.NONE;
  private Sums expected = Sums.NONE;
  private long folded;

  /**
   * What a roll-up says of some hits.
   *
   * @param hits how many
   * @param signed how many of them the chip signed
   * @param mirrored how many of them the chip wrote its counter into
   * @param quick how many of them came in quick succession
   */
  record Sums(long hits, long signed, long mirrored, long quick) {

    static final Sums NONE = new Sums(0, 0, 0, 0);

    Sums plus(Sums other) {
      return new Sums(
          hits + other.hits, signed + other.signed, mirrored + other.mirrored, quick + other.quick);
    }

    @Override
    public String toString() {
      return "%d hits, %d signed, %d mirrored, %d quick".formatted(hits, signed, mirrored, quick);
    }
  }

  void stored(Sums sums) {
    stored = sums;
  }

  void expect(Sums more) {
    expected = expected.plus(more);
  }

  /**
   * So many of its hits are on record no more.
   *
   * @param instants of those of them that are uses; none where they were not kept
   */
  void folded(long hits, FoldedInstants instants) {
    folded = hits - instants.count();
    instants.uses().forEach(use -> expect(sums(use)));
  }

  private static Sums sums(FoldedInstants.Use use) {
    return new Sums(1, use.isSigned() ? 1 : 0, use.isMirrored() ? 1 : 0, use.quick() ? 1 : 0);
  }

  Sums stored() {
    return stored;
  }

  /** Of hits that left no instant only the number is known. */
  Sums expected() {
    return folded == 0
        ? expected
        : new Sums(expected.hits + folded, stored.signed, stored.mirrored, stored.quick);
  }
}
