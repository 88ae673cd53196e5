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
 * @param marks what else is known of it
 */
public record CardStatus(
    CardState state, Shipping shipping, Tier tier, Set<Hold> holds, Set<Mark> marks) {

  /** A card that was just ordered. */
  public static final CardStatus ORDERED =
      new CardStatus(CardState.BLANK, Shipping.AT_SELLER, Tier.PAID, Set.of());

  public CardStatus {
    holds = Set.copyOf(holds);
    marks = Set.copyOf(marks);
  }

  /** A card of which nothing else is known. */
  public CardStatus(CardState state, Shipping shipping, Tier tier, Set<Hold> holds) {
    this(state, shipping, tier, holds, Set.of());
  }

  /** A card that was just ordered, on what its plan gives. */
  public static CardStatus ordered(Tier tier) {
    return ORDERED.on(tier);
  }

  /** Whether it is stopped for a while; final states are stopped for good instead. */
  public boolean suspended() {
    return !holds.isEmpty() && !state.isFinal();
  }

  public boolean has(Mark mark) {
    return marks.contains(mark);
  }

  CardStatus in(CardState next) {
    return new CardStatus(next, shipping, tier, holds, marks);
  }

  CardStatus at(Shipping next) {
    return new CardStatus(state, next, tier, holds, marks);
  }

  CardStatus on(Tier next) {
    return new CardStatus(state, shipping, next, holds, marks);
  }

  CardStatus with(Hold hold) {
    return new CardStatus(state, shipping, tier, with(holds, hold), marks);
  }

  CardStatus without(Hold hold) {
    return new CardStatus(state, shipping, tier, without(holds, hold), marks);
  }

  CardStatus with(Mark mark) {
    return new CardStatus(state, shipping, tier, holds, with(marks, mark));
  }

  CardStatus without(Mark mark) {
    return new CardStatus(state, shipping, tier, holds, without(marks, mark));
  }

  private static <E extends Enum<E>> Set<E> with(Set<E> values, E one) {
    Set<E> more = EnumSet.of(one);
    more.addAll(values);
    return more;
  }

  private static <E extends Enum<E>> Set<E> without(Set<E> values, E one) {
    Set<E> fewer = EnumSet.of(one);
    fewer.addAll(values);
    fewer.remove(one);
    return fewer;
  }
}
