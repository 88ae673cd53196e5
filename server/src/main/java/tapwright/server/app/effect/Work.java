package tapwright.server.app.effect;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Line;
import tapwright.core.policy.pack.Effect;
import tapwright.server.app.Answer;
import tapwright.server.app.card.MoveCard;
import tapwright.server.app.claim.Deed;
import tapwright.server.app.claim.TaskAtHand;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.order.Order;

/** A task that is carried out: for what, by whom, and when. */
record Work(TaskAtHand task, Hand hand, TaskWish wish, Instant now) {

  Records records() {
    return task.records();
  }

  StoredClaim claim() {
    return task.claim();
  }

  Card card() {
    return records().cards().byId(claim().seller(), claim().card()).orElseThrow();
  }

  Order order() {
    return records().orders().byId(claim().seller(), claim().orderId()).orElseThrow();
  }

  boolean isBeside(Effect effect) {
    return task.isBeside(effect);
  }

  /** Whether the claim is about a plan; of some claims nobody says what they are about. */
  boolean isAbout(Line line) {
    return task.fact(Choice.LINE.key()).filter(line.word()::equals).isPresent();
  }

  boolean isAboutGoods() {
    return task.fact(Choice.LINE.key()).isPresent() && !isAbout(Line.SUBSCRIPTION);
  }

  boolean pays() {
    return task.standing().grant().pays();
  }

  Deed deed() {
    return new Deed(hand.by(), task.cause(), now, now);
  }

  MoveCard.Circumstance onCard() {
    return new MoveCard.Circumstance(hand.by(), task.cause(), now, now);
  }

  tapwright.server.app.money.Circumstance onMoney() {
    return new tapwright.server.app.money.Circumstance(hand.by(), task.cause(), now, now);
  }

  /** As the record keeps it, so that what is due by its column is due by what it stands for. */
  tapwright.server.app.subscription.Circumstance onPlan() {
    Instant kept = now.truncatedTo(ChronoUnit.MICROS);
    return new tapwright.server.app.subscription.Circumstance(
        hand.by(), task.cause(), kept, kept, pays());
  }

  static Answer<Carried> done(String reference) {
    return Answer.done(new Carried.Done(reference));
  }
}
