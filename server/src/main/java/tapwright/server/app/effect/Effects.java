package tapwright.server.app.effect;

import java.util.List;
import java.util.Optional;
import tapwright.core.claim.PlannedTask;
import tapwright.core.policy.Word;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Outcome;
import tapwright.server.app.Answer;
import tapwright.server.record.key.Holder;

/** What is done for each outcome and effect, within a work. */
final class Effects {

  private final CardEffects cards;
  private final PlanEffects plans;
  private final MoneyEffects money;

  Effects(CardEffects cards, MoneyEffects money) {
    this.cards = cards;
    this.plans = new PlanEffects(cards);
    this.money = money;
  }

  Answer<Carried> carry(Work work) {
    String word = work.task().task().plan().effect();
    Optional<Outcome> outcome = Word.find(List.of(Outcome.values()), word);
    return outcome.isPresent()
        ? carry(work, outcome.get())
        : carry(work, Word.of(Effect.values(), word));
  }

  private Answer<Carried> carry(Work work, Outcome outcome) {
    return switch (outcome) {
      case FULL_REFUND, PARTIAL_REFUND, PRORATED_REFUND -> money.refund(work);
      case REPLACEMENT, RESHIP, EXCHANGE -> cards.replace(work);
      case CANCEL -> plans.cancel(work);
      case REACTIVATE -> plans.reactivate(work);
      case DELETE_DATA -> deletion(work);
      case CUSTOMER_CHOICE, SELLER_CHOICE -> forPeople(work);
      case DENY, REVIEW, NEEDS_INFO, REFER, NO_EFFECT -> forPeople(work);
    };
  }

  private Answer<Carried> carry(Work work, Effect effect) {
    return switch (effect) {
      case CANCEL_NOW -> plans.cancelNow(work);
      case CANCEL_AT_TERM_END -> plans.cancelAtTermEnd(work);
      case DOWNGRADE -> plans.downgrade(work);
      case DEACTIVATE -> plans.deactivate(work);
      case NO_SETUP_FEE -> plans.noSetUpFee(work);
      case TERMINATE -> plans.terminate(work);
      case HOLD -> cards.hold(work);
      case SUSPEND -> cards.suspend(work);
      case RESTORE -> cards.restore(work);
      case REVOKE_CARD -> cards.revoke(work);
      case PURGE_DATA -> deletion(work);
    };
  }

  /** Asked for while the person is known, done once the person is forgotten. */
  private static Answer<Carried> deletion(Work work) {
    if (work.hand().isServer()) {
      return forPeople(work);
    }
    Optional<Holder> holder =
        work.records().holders().of(work.claim().seller(), work.claim().card());
    if (holder.isEmpty()) {
      return Answer.refused(EffectRefusal.NOBODY_KNOWN.with("card", work.claim().card()));
    }
    return holder.get().known().isPresent()
        ? Answer.done(new Carried.ToConfirm(holder.get().id()))
        : Work.done("holder " + holder.get().id());
  }

  private static Answer<Carried> forPeople(Work work) {
    return Answer.refused(
        EffectRefusal.FOR_PEOPLE.with(
            "task", work.task().task().number(),
            "effect", work.task().task().plan().effect(),
            "allowed", String.join(", ", PlannedTask.withoutPeople())));
  }
}
