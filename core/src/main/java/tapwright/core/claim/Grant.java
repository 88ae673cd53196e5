package tapwright.core.claim;

import java.util.Optional;
import tapwright.core.policy.Money;
import tapwright.core.policy.pack.Outcome;

/** How much money goes back by the word that is in force on a claim. */
public sealed interface Grant {

  /** None. */
  record Nothing() implements Grant {}

  /** All that was paid: no amount is said. */
  record Whole() implements Grant {}

  /** So much, however many refunds it is made of. */
  record UpTo(Money amount) implements Grant {}

  /** A part, and nobody has said how large a one. */
  record Unsaid() implements Grant {}

  /**
   * What the word grants.
   *
   * @param amount what it says of money; empty where it says nothing
   */
  static Grant of(Outcome outcome, Optional<Money> amount) {
    return switch (outcome) {
      case FULL_REFUND, CUSTOMER_CHOICE, SELLER_CHOICE ->
          amount.<Grant>map(UpTo::new).orElseGet(Whole::new);
      case PARTIAL_REFUND, PRORATED_REFUND -> amount.<Grant>map(UpTo::new).orElseGet(Unsaid::new);
      case REPLACEMENT, CANCEL, REACTIVATE, DELETE_DATA, RESHIP, EXCHANGE -> new Nothing();
      case DENY, REVIEW, NEEDS_INFO, REFER, NO_EFFECT -> new Nothing();
    };
  }

  /** Whether any goes back. */
  default boolean pays() {
    return !(this instanceof Nothing);
  }
}
