package tapwright.core.card;

/** What the holder's plan gives a card beyond its link; independent of its state. */
public enum Tier {
  /** The link leads on, nothing more. */
  FREE,
  /** Everything that the plan has. */
  PAID
}
