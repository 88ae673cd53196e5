package tapwright.core.claim;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tapwright.core.Checked;
import tapwright.core.card.CardEvent.Step;
import tapwright.core.card.CardLife;
import tapwright.core.card.CardOutcome;
import tapwright.core.card.CardState;
import tapwright.core.card.CardStatus;
import tapwright.core.card.Shipping;

/**
 * What a card goes through when it is settled what becomes of the parcel that it came back in: all
 * of it, or nothing and why.
 *
 * <pre>
 * disposition   the card                        is
 * SCRAP         REVOKED REPLACED EXPIRED, made  SCRAPPED, home first where it was not said
 * RESTOCK       the same                        RESTOCKED likewise
 * SEND_BACK     at hand, not at its end         SHIPPED; one that was never given out is, by that
 * any           so already                      as it is
 * </pre>
 */
public final class GoodsPlan {

  private static final Set<CardState> IN_USE = EnumSet.of(CardState.ISSUED, CardState.ACTIVE);
  private static final Set<Shipping> AWAY = EnumSet.of(Shipping.SHIPPED, Shipping.DELIVERED);

  private GoodsPlan() {}

  /** The steps of a card that is so; none for one that is as it shall be. */
  public static Checked<List<Step>> of(CardStatus card, Disposition to) {
    return switch (to) {
      case SCRAP -> ended(card, to, new End(Step.SCRAPPED, CardState.SCRAPPED));
      case RESTOCK -> ended(card, to, new End(Step.RESTOCKED, CardState.RESTOCKED));
      case SEND_BACK -> sent(card);
    };
  }

  private record End(Step step, CardState state) {}

  private static Checked<List<Step>> ended(CardStatus card, Disposition to, End end) {
    if (card.state() == end.state()) {
      return Checked.passed(List.of());
    }
    if (IN_USE.contains(card.state())) {
      return Checked.refused(
          ClaimRefusal.CARD_IN_USE.with(
              "seen", to.word(), "state", card.state().name().toLowerCase(Locale.ROOT)));
    }
    List<Step> steps = new ArrayList<>();
    if (AWAY.contains(card.shipping())) {
      steps.add(Step.RETURNED);
    }
    steps.add(end.step());
    return possible(card, steps);
  }

  /** One that somebody sent before it was settled is on its way, or there. */
  private static Checked<List<Step>> sent(CardStatus card) {
    if (AWAY.contains(card.shipping())) {
      return Checked.passed(List.of());
    }
    return possible(
        card,
        card.state() == CardState.VERIFIED
            ? List.of(Step.ISSUED, Step.SHIPPED)
            : List.of(Step.SHIPPED));
  }

  private static Checked<List<Step>> possible(CardStatus card, List<Step> steps) {
    CardStatus next = card;
    for (Step step : steps) {
      switch (CardLife.apply(next, step)) {
        case CardOutcome.Moved moved -> next = moved.status();
        case CardOutcome.Refused refused -> {
          return Checked.refused(refused.refusal());
        }
      }
    }
    return Checked.passed(List.copyOf(steps));
  }
}
