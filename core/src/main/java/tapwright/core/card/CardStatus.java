package tapwright.core.card;

import java.util.EnumSet;
import java.util.Set;

/**
 * All that decides what a card may do now.
 *
 * @param state how far it has come
 * @param shipping where it is on its way
 * @param tier what its plan gives it
 * @param holds the reasons for which it is suspended
 */
public record CardStatus(CardState state, Shipping shipping, Tier tier, Set<Hold> holds) {

  /** A card that was just ordered. */
  public static final CardStatus ORDERED =
      new CardStatus(CardState.BLANK, Shipping.AT_SELLER, Tier.PAID, Set.of());

  public CardStatus {
    holds = Set.copyOf(holds);
  }

  /** A card that was just ordered, on what its plan gives. */
  public static CardStatus ordered(Tier tier) {
    return ORDERED.on(tier);
  }

  /** Whether it is stopped for a while; final states are stopped for good instead. */
  public boolean suspended() {
    return !holds.isEmpty() && !state.isFinal();
  }

  CardStatus in(CardState next) {
    return new CardStatus(next, shipping, tier, holds);
  }

  CardStatus at(Shipping next) {
    return new CardStatus(state, next, tier, holds);
  }

  CardStatus on(Tier next) {
    return new CardStatus(state, shipping, next, holds);
  }

  CardStatus with(Hold hold) {
    Set<Hold> more = EnumSet.of(hold);
    more.addAll(holds);
    return new CardStatus(state, shipping, tier, more);
  }

  CardStatus without(Hold hold) {
    Set<Hold> fewer = EnumSet.noneOf(Hold.class);
    fewer.addAll(holds);
    fewer.remove(hold);
    return new CardStatus(state, shipping, tier, fewer);
  }
}
