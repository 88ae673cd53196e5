package tapwright.server.app.holder;

import java.time.Instant;
import java.util.List;
import tapwright.core.trail.Subject;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.money.StoredRefund;

/** Money that is on its way back, or of which nobody knows whether it is. */
public final class OpenRefunds implements StandsAgainst {

  @Override
  public List<Obstacle> of(Records records, Card card, Instant now) {
    Subject order = new Subject(card.seller(), Subject.Area.MONEY, card.orderId());
    return records.money().refunds(order).stream()
        .map(StoredRefund::refund)
        .filter(refund -> refund.state().isReserving())
        .map(
            refund ->
                new Obstacle(
                    "refund",
                    refund.id() + " which is " + refund.state().word(),
                    "when it is known what became of it"))
        .toList();
  }
}
