package tapwright.server.app.duty;

import java.time.Duration;
import tapwright.server.app.World;

/** What goes off a record in a day, and how much waits there. */
public final class Clearing {

  private static final Duration HUNDRED_YEARS = Duration.ofDays(36_500);

  private Clearing() {}

  /** Does all that is to be cleared on the day of the world's clock, keeping all hits. */
  public static void ofMessages(World world, Duration kept) {
    KeepRecordSmall keeping =
        new KeepRecordSmall(
            world.store,
            new KeepRecordSmall.Limits(HUNDRED_YEARS, HUNDRED_YEARS, kept),
            "node",
            world.clock);
    while (keeping.slice().join()) {
      Thread.onSpinWait();
    }
  }
}
