package tapwright.server.app.claim;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.card.CardEvent.Step;
import tapwright.core.card.Shipping;
import tapwright.core.card.ToldEvents;
import tapwright.core.claim.Disposition;
import tapwright.core.claim.GoodsPlan;
import tapwright.core.claim.RmaEvent;
import tapwright.core.claim.Verdict;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.card.MoveCard;
import tapwright.server.app.card.StepCard;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.goods.Rma;

/** Lets the card of a return go where its parcel goes, in the work in which the return moves. */
final class MoveGoods {

  private MoveGoods() {}

  /**
   * What the trail says of the card beside the return; refused, with nothing changed, where the
   * return cannot end so for such a card.
   */
  static Answer<Map<String, String>> follow(Records records, Rma rma, RmaEvent event, Deed deed) {
    Goods goods = Goods.of(records, rma, deed);
    return switch (event) {
      case RmaEvent.Step step -> Answer.done(step(goods, step));
      case RmaEvent.Inspected _ -> Answer.done(Map.of());
      case RmaEvent.Disposed(Verdict verdict, Disposition to) -> disposed(goods, verdict, to);
    };
  }

  /** The card of the return, and why something happens to it. */
  private record Goods(Records records, Card card, MoveCard.Circumstance circumstance) {

    static Goods of(Records records, Rma rma, Deed deed) {
      return new Goods(
          records,
          records.cards().byId(rma.seller(), rma.card()).orElseThrow(),
          new MoveCard.Circumstance(
              deed.by(),
              "return %s of claim %s".formatted(rma.id(), rma.claimId()),
              deed.at(),
              deed.recordedAt()));
    }

    Answer<Card> step(Step step) {
      return StepCard.step(records, card, step, circumstance);
    }

    Goods with(Card next) {
      return new Goods(records, next, circumstance);
    }
  }

  /** A parcel on its way back is the return's to tell: no place of a card is for it. */
  private static Map<String, String> step(Goods goods, RmaEvent.Step step) {
    return switch (step) {
      case RECEIVED -> carried(goods, Step.RETURNED, Shipping.RETURNED);
      case SENT, EXPIRED, CANCELLED -> Map.of();
    };
  }

  /** The parcel is where it is, whatever was told of the card before. */
  private static Map<String, String> carried(Goods goods, Step step, Shipping there) {
    if (goods.card().status().shipping() == there) {
      return standing(goods.card());
    }
    return switch (goods.step(step)) {
      case Answer.Done<Card>(Card moved) -> standing(moved);
      case Answer.Refused<Card>(Refusal refusal, var _) -> {
        Map<String, String> told = new TreeMap<>(standing(goods.card()));
        told.put("cardNotMoved", refusal.code().code());
        yield told;
      }
    };
  }

  private static Answer<Map<String, String>> disposed(
      Goods goods, Verdict verdict, Disposition to) {
    if (verdict == Verdict.NOT_OURS) {
      return Answer.done(undone(goods));
    }
    return switch (GoodsPlan.of(goods.card().status(), to)) {
      case Checked.Refused<List<Step>>(Refusal refusal) -> Answer.refused(refusal);
      case Checked.Passed<List<Step>>(List<Step> steps) ->
          steps.contains(Step.RESTOCKED) && StepCard.isLocked(goods.card())
              ? Answer.refused(AppRefusal.CHIP_LOCKED.with("card", goods.card().id()))
              : Answer.done(standing(all(goods, steps)));
    };
  }

  /** What lay in the parcel is another card: it was taken for this one's way back, and leaves. */
  private static Map<String, String> undone(Goods goods) {
    return goods.card().status().shipping() == Shipping.RETURNED
        ? carried(goods, Step.SHIPPED, Shipping.SHIPPED)
        : standing(goods.card());
  }

  private static Card all(Goods goods, List<Step> steps) {
    Goods next = goods;
    for (Step step : steps) {
      next =
          switch (next.step(step)) {
            case Answer.Done<Card>(Card moved) -> next.with(moved);
            case Answer.Refused<Card> refused ->
                throw new IllegalStateException(refused.refusal().message());
          };
    }
    return next.card();
  }

  private static Map<String, String> standing(Card card) {
    return Map.of(
        "cardState", ToldEvents.word(card.status().state()),
        "cardShipping", ToldEvents.word(card.status().shipping()));
  }
}
