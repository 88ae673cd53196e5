package tapwright.server.app.duty;

import java.time.Instant;
import tapwright.server.record.Records;

/** Gives events of the outbox their places. */
public final class PlaceEvents implements Duty {

  private static final int PART = 500;

  @Override
  public String name() {
    return "place-events";
  }

  @Override
  public boolean isDue(Records records, Instant now) {
    return records.outbox().hasUnplaced();
  }

  @Override
  public boolean doPart(Records records, Instant now) {
    return records.outbox().place(PART) == PART;
  }
}
