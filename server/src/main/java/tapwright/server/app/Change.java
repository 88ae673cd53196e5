package tapwright.server.app;

import tapwright.core.card.Slug;

/** What is told of the record once it is stored. */
public sealed interface Change {

  /** The card with this slug is not any more as it was. */
  record OfCard(Slug slug) implements Change {}

  /** Some changes may not have been told: whatever was remembered may be old. */
  record Overlooked() implements Change {}
}
