package tapwright.server.app.effect;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tapwright.core.Refusal;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardId;
import tapwright.core.card.CardState;
import tapwright.core.card.Hold;
import tapwright.core.card.Mark;
import tapwright.core.card.Shipping;
import tapwright.core.card.Tier;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Flag;
import tapwright.core.policy.fact.Line;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Outcome;
import tapwright.server.app.Answer;
import tapwright.server.app.card.MoveCard;
import tapwright.server.app.claim.TaskAtHand;
import tapwright.server.app.order.ReplaceCards;
import tapwright.server.app.order.Replacement;
import tapwright.server.record.card.Card;
import tapwright.server.record.subscription.Payer;
import tapwright.server.record.subscription.StoredSubscription;

/** What claims do to cards. */
final class CardEffects {

  /** How many cards of an account are looked at together. */
  private static final int PIECE = 100;

  private static final Set<CardState> NOT_OUT =
      EnumSet.of(CardState.BLANK, CardState.ENCODED, CardState.VERIFIED);

  private static final Set<Shipping> AT_HAND = EnumSet.of(Shipping.AT_SELLER, Shipping.RETURNED);

  private final ReplaceCards replaceCards;

  CardEffects(ReplaceCards replaceCards) {
    this.replaceCards = replaceCards;
  }

  /**
   * Keeps a card back that is not given out yet. One that is out goes on, since policies tell a
   * hold from a suspension; its money waits as it is, for an open claim grants none.
   */
  Answer<Carried> hold(Work work) {
    Card card = work.card();
    if (card.status().state().isFinal()) {
      return done(card);
    }
    return NOT_OUT.contains(card.status().state())
        ? held(work, card)
        : Answer.refused(
            EffectRefusal.CARD_OUT.with(
                "card", card.id(),
                "state", word(card.status().state()),
                "allowed",
                    NOT_OUT.stream().map(CardEffects::word).collect(Collectors.joining(", "))));
  }

  /** Stops the card; one that is downgraded as well leads on, on the free tier. */
  Answer<Carried> suspend(Work work) {
    return work.isBeside(Effect.DOWNGRADE) ? tier(work, Tier.FREE) : held(work, work.card());
  }

  private static Answer<Carried> held(Work work, Card card) {
    Hold hold = holdOf(work.task());
    boolean stopped = card.status().state().isFinal() || card.status().holds().contains(hold);
    return stopped ? done(card) : move(work, card, new CardEvent.Held(hold));
  }

  /** Which of a card's holds are this claim's. */
  private static Hold holdOf(TaskAtHand task) {
    String kind = task.claim().kind();
    if (kind.equals(ClaimKind.DISPUTE.word()) || hasFact(task, Choice.DISPUTE_KIND.key())) {
      return Hold.DISPUTE;
    }
    if (task.fact(Flag.RISK_FLAG.key()).filter("true"::equals).isPresent()) {
      return Hold.FRAUD;
    }
    return kind.equals(ClaimKind.TERMINATION.word()) || hasFact(task, Choice.TERMINATION.key())
        ? Hold.TERMS
        : Hold.CLAIM;
  }

  private static boolean hasFact(TaskAtHand task, String name) {
    return task.fact(name).isPresent();
  }

  /** Takes back what a claim of this kind did: the hold and the tier, where no other wants them. */
  Answer<Carried> restore(Work work) {
    Card card = work.card();
    Hold hold = holdOf(work.task());
    Optional<Refusal> wanted = StoppedElsewhere.refusal(work, other -> holdOf(other) == hold);
    if (wanted.isPresent()) {
      return Answer.refused(wanted.get());
    }
    if (card.status().holds().contains(hold) && !card.status().state().isFinal()) {
      Answer<Carried> released = move(work, card, new CardEvent.Released(hold));
      if (released instanceof Answer.Refused<Carried>) {
        return released;
      }
    }
    return tier(work, tierOfPlan(work));
  }

  private static Tier tierOfPlan(Work work) {
    return work.records().subscriptions().of(Payer.of(work.order())).stream()
        .findFirst()
        .map(StoredSubscription::plan)
        .map(plan -> plan.tier())
        .orElse(Tier.PAID);
  }

  /** Gives the tier to the card; to all that the plan is for, where the claim is about a plan. */
  static Answer<Carried> tier(Work work, Tier tier) {
    CardEvent event = new CardEvent.TierSet(tier);
    Card card = work.card();
    if (!work.isAbout(Line.SUBSCRIPTION)) {
      boolean asWanted = card.status().tier() == tier || card.status().state().isFinal();
      return asWanted ? done(card) : move(work, card, event);
    }
    Payer payer = Payer.of(work.order());
    List<CardId> next = work.records().subscriptions().cardsNotOn(tier, payer, PIECE);
    while (!next.isEmpty()) {
      for (CardId id : next) {
        Card other = work.records().cards().byId(card.seller(), id).orElseThrow();
        if (move(work, other, event) instanceof Answer.Refused<Carried>(Refusal refusal, var _)) {
          return Answer.refused(refusal);
        }
      }
      next = work.records().subscriptions().cardsNotOn(tier, payer, PIECE);
    }
    return done(card);
  }

  /** Stops the card for good. */
  Answer<Carried> revoke(Work work) {
    Card card = work.card();
    return card.status().state().isFinal() ? done(card) : move(work, card, CardEvent.Step.REVOKED);
  }

  /** Orders another card in its place, unless somebody did. */
  Answer<Carried> replace(Work work) {
    Card card = work.card();
    Optional<CardId> waiting = card.replacedBy().filter(_ -> isReplaced(card));
    if (waiting.isPresent()) {
      return Work.done("card " + waiting.get());
    }
    if (isSentAgain(work) && AT_HAND.contains(card.status().shipping())) {
      return Answer.refused(
          EffectRefusal.PARCEL_HERE.with(
              "card", card.id(), "shipping", word(card.status().shipping())));
    }
    return switch (replaceCards.replace(work.records(), card, reason(work), work.onCard())) {
      case Answer.Refused<Replacement>(Refusal refusal, var _) -> Answer.refused(refusal);
      case Answer.Done<Replacement>(Replacement made) -> Work.done("card " + made.cardId());
    };
  }

  private static boolean isReplaced(Card card) {
    return card.status().has(Mark.REPLACEMENT_ORDERED)
        || card.status().state() == CardState.REPLACED;
  }

  private static boolean isSentAgain(Work work) {
    return work.task().task().plan().effect().equals(Outcome.RESHIP.word());
  }

  private static ReplaceCards.Reason reason(Work work) {
    String reason = work.claim().reason();
    if (reason.equals(Reason.DAMAGED_IN_TRANSIT.word())) {
      return ReplaceCards.Reason.DAMAGED;
    }
    if (reason.equals(Reason.NOT_RECEIVED.word())) {
      return ReplaceCards.Reason.LOST;
    }
    boolean defect =
        List.of(Reason.DEFECTIVE, Reason.NOT_WORKING, Reason.WRONG_CONTENT).stream()
            .anyMatch(one -> one.word().equals(reason));
    return defect ? ReplaceCards.Reason.DEFECTIVE : ReplaceCards.Reason.CLAIMED;
  }

  private static Answer<Carried> move(Work work, Card card, CardEvent event) {
    return switch (MoveCard.move(work.records(), card, event, work.onCard())) {
      case Answer.Refused<Card>(Refusal refusal, var _) -> Answer.refused(refusal);
      case Answer.Done<Card>(Card moved) -> done(moved);
    };
  }

  private static Answer<Carried> done(Card card) {
    return Work.done("card " + card.id());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
