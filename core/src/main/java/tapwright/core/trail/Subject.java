package tapwright.core.trail;

import java.util.Locale;
import tapwright.core.card.SellerId;

/**
 * What a trail is about. A card has its history instead, which moves with its row.
 *
 * @param seller whose it is
 * @param id the key of the claim, order, plan or holder
 */
public record Subject(SellerId seller, Area area, String id) {

  /** The kinds of things that have a trail. */
  public enum Area {
    /** A claim, from the first contact until it is closed. */
    CLAIM,
    /** The money of an order: what was captured, reserved, refunded and disputed. */
    MONEY,
    /** A plan that somebody pays for again and again. */
    SUBSCRIPTION,
    /** What was done with the data of a person whom cards speak for; it names nobody. */
    HOLDER;

    /** As it is stored. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
