package tapwright.server.app.duty;

import java.time.Instant;
import tapwright.server.record.Records;

/**
 * Binds entries of cards' histories that an earlier version wrote to those before them, some at a
 * time, beside all else.
 *
 * <p>What is done is what is left: whichever node dies, the next one finds the rest; and what a
 * node of the version before adds while others are replaced is found in the next round.
 */
public final class LinkHistories implements Duty {

  /** A part that takes some milliseconds, which is what a hit waits for at most. */
  private static final int ENTRIES_A_PART = 100;

  @Override
  public String name() {
    return "link-histories";
  }

  @Override
  public boolean isDue(Records records, Instant now) {
    return records.cards().isAnyUnlinked();
  }

  @Override
  public boolean doPart(Records records, Instant now) {
    return records.cards().linkSome(ENTRIES_A_PART) > 0;
  }
}
