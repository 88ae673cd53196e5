package tapwright.server.app.duty;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tapwright.server.app.subscription.MoveSubscription;
import tapwright.server.record.Records;
import tapwright.server.record.subscription.StoredSubscription;

/**
 * Lets what is due happen to subscriptions: reminders, renewals with their charges, ends, lapses.
 *
 * <p>Each is stored with the version that it follows, so that of two nodes one makes it.
 */
public final class RenewPlans implements Duty {

  private static final int PART = 20;

  @Override
  public String name() {
    return "renew-plans";
  }

  @Override
  public boolean isDue(Records records, Instant now) {
    return !records.subscriptions().due(asKept(now), 1).isEmpty();
  }

  @Override
  public boolean doPart(Records records, Instant now) {
    Instant kept = asKept(now);
    List<StoredSubscription> due = records.subscriptions().due(kept, PART);
    for (StoredSubscription one : due) {
      records.forSeller(one.seller(), () -> MoveSubscription.upToDate(records, one, kept));
    }
    return !records.subscriptions().due(kept, 1).isEmpty();
  }

  private static Instant asKept(Instant now) {
    return now.truncatedTo(ChronoUnit.MICROS);
  }
}
