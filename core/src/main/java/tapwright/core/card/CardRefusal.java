package tapwright.core.card;

import tapwright.core.RefusalCode;

/** Why an event cannot happen to a card. */
public enum CardRefusal implements RefusalCode {
  /** The card's life has no such step from here. */
  STEP_NOT_ALLOWED(
      "card-step-not-allowed", "event {event} on a card that is {state}, allowed from {allowed}"),
  /** The card is not where this leg of its way begins. */
  SHIPPING_NOT_ALLOWED(
      "card-shipping-not-allowed",
      "event {event} on a card whose shipping is {shipping}, allowed from {allowed}"),
  /** A suspended card is neither given out nor brought into use. */
  SUSPENDED("card-suspended", "event {event} on a card that is held for {holds}; release it first"),
  /** The card is held for this reason already. */
  HELD_ALREADY("card-held-already", "hold {hold} is set already; the holds are {holds}"),
  /** The card is not held for this reason. */
  NOT_HELD("card-not-held", "hold {hold} is not set; the holds are {holds}"),
  /** The card has this tier already. */
  TIER_UNCHANGED("card-tier-unchanged", "tier is {tier} already, allowed is the other one"),
  /** A card that shall take its place is there already. */
  REPLACEMENT_OPEN(
      "card-replacement-open",
      "event {event} on a card whose marks are {marks}; allowed is a card that waits for no other"
          + " replacement: revoke that one, or wait until it is in use"),
  /** What the event says is known of the card already. */
  MARKED_ALREADY(
      "card-marked-already",
      "event {event} on a card whose marks are {marks}; allowed is a card without {mark}"),
  /** What the event ends is not known of the card. */
  NOT_MARKED(
      "card-not-marked",
      "event {event} on a card whose marks are {marks}; allowed is a card with {mark}");

  private final String code;
  private final String template;

  CardRefusal(String code, String template) {
    this.code = code;
    this.template = template;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String template() {
    return template;
  }
}
