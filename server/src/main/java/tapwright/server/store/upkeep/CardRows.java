package tapwright.server.store.upkeep;

/** Rows in the order of cards, taken card by card; their first column is the card's key. */
public final class CardRows implements AutoCloseable {

  /** Comes after every card. */
  public static final long END = Long.MAX_VALUE;

  private final Cursor rows;
  private long card;

  public CardRows(Cursor rows) {
    this.rows = rows;
    step();
  }

  /** Whose the next row is; {@link #END} after the last. */
  public long card() {
    return card;
  }

  /** Passes over the rows of all cards before this one. */
  public void skipTo(long ofCard) {
    while (card < ofCard) {
      step();
    }
  }

  /** Gives the card's rows, which are the next ones if there are any. */
  public void each(long ofCard, Session.RowTaker taker) {
    while (card == ofCard) {
      rows.give(taker);
      step();
    }
  }

  private void step() {
    card = rows.next() ? rows.number(1) : END;
  }

  @Override
  public void close() {
    rows.close();
  }
}
