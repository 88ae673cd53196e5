package tapwright.server.app.holder;

import java.time.Instant;
import java.util.List;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;

/** What decisions have set a date for that has not come: a refund to pay, a parcel to wait for. */
public final class OpenDeadlines implements StandsAgainst {

  @Override
  public List<Obstacle> of(Records records, Card card, Instant now) {
    return records.deadlines().ahead(card.seller(), card.id(), now).stream()
        .map(
            deadline ->
                new Obstacle(
                    "claim",
                    deadline.claimId() + " with its step " + deadline.step(),
                    "by " + deadline.dueAt()))
        .toList();
  }
}
