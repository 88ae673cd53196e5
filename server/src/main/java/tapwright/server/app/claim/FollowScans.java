package tapwright.server.app.claim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tapwright.core.Refusal;
import tapwright.core.card.CardEvent.Step;
import tapwright.core.card.ParcelWay;
import tapwright.core.card.ParcelWay.Leg;
import tapwright.core.card.ToldEvents;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.card.MoveCard;
import tapwright.server.app.card.StepCard;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.goods.CarrierScan;

/**
 * Lets a card go where a carrier says that its parcel is; where its life does not allow that, its
 * history says that it was told, and the card stays as it is.
 */
final class FollowScans {

  private final Records records;
  private final Caller caller;
  private final Instant now;

  FollowScans(Records records, Caller caller, Instant now) {
    this.records = records;
    this.caller = caller;
    this.now = now;
  }

  void follow(CarrierScan scan) {
    Card card = records.cards().byId(scan.seller(), scan.card()).orElseThrow();
    scan.step()
        .filter(step -> !ParcelWay.end(step).equals(Optional.of(card.status().shipping())))
        .ifPresent(step -> follow(card, scan, step));
  }

  private void follow(Card card, CarrierScan scan, Step step) {
    if (ParcelWay.isPast(new Leg(step, scan.at()), known(card))) {
      note(card, scan, "of a way before");
      return;
    }
    if (StepCard.step(records, card, step, because(scan, ""))
        instanceof Answer.Refused<Card>(Refusal refusal, var _)) {
      note(card, scan, refusal.code().code());
    }
  }

  private List<Leg> known(Card card) {
    return records.cards().history(card.seller(), card.id()).stream()
        .flatMap(
            entry ->
                ToldEvents.read(entry.kind(), entry.detail()).stream()
                    .flatMap(event -> event instanceof Step step ? Stream.of(step) : Stream.of())
                    .map(step -> new Leg(step, entry.at())))
        .toList();
  }

  private void note(Card card, CarrierScan scan, String why) {
    Card next = card.with(card.status());
    records
        .cards()
        .change(next, because(scan, ": " + why).entry(next, "scan-noted", scan.kind().word()));
  }

  private MoveCard.Circumstance because(CarrierScan scan, String more) {
    return MoveCard.Circumstance.of(
        caller,
        "carrier scan %s of %s%s".formatted(scan.scanId(), scan.carrier(), more),
        scan.at(),
        now);
  }
}
