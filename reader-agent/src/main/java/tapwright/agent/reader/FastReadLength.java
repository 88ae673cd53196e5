package tapwright.agent.reader;

import tapwright.agent.reader.FastReadLengths.Shortfall;

/**
 * How long a FAST_READ is asked for in one presentation.
 *
 * <p>What fails is not asked for again while the tag lies there. The reader is judged by it only
 * where the chip is one that is known: another may well answer shorter by itself.
 */
final class FastReadLength {

  /** What every reader passes, since a READ answers as much. */
  static final int SHORTEST_PAGES = 4;

  private final KnownReader reader;
  private final boolean chipIsKnown;
  private int pages;

  FastReadLength(KnownReader reader, boolean chipIsKnown) {
    this.reader = reader;
    this.chipIsKnown = chipIsKnown;
    this.pages = chipIsKnown ? reader.pagesToTry() : reader.pagesPerFastRead();
  }

  int pages() {
    return pages;
  }

  /** What to ask for when so many pages did not pass: what did before, then ever half of it. */
  int after(int failed) {
    int known = reader.pagesPerFastRead();
    return failed > known ? known : Math.max(failed / 2, SHORTEST_PAGES);
  }

  void passed(int asked) {
    if (chipIsKnown) {
      reader.passedFastRead(asked);
    }
  }

  void passedAfter(int failed, int asked) {
    pages = asked;
    if (chipIsKnown) {
      reader.fellShort(new Shortfall(this, failed, asked));
    }
  }
}
