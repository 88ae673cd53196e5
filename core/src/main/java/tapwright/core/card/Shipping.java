package tapwright.core.card;

/** Where a card is on its way between seller and holder; independent of its state. */
public enum Shipping {
  /** With the seller, never sent. */
  AT_SELLER,
  /** With a carrier. */
  SHIPPED,
  /** With the holder. */
  DELIVERED,
  /** Back with the seller. */
  RETURNED
}
