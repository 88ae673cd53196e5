package tapwright.core.claim;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import tapwright.core.Refusal;
import tapwright.core.policy.Money;
import tapwright.core.policy.Word;
import tapwright.core.policy.pack.Outcome;

/** How much money goes back by the word that is in force on a claim. */
public sealed interface Grant {

  /** The outcomes that give money back. */
  Set<Outcome> PAYING =
      Collections.unmodifiableSet(
          EnumSet.of(
              Outcome.FULL_REFUND,
              Outcome.PARTIAL_REFUND,
              Outcome.PRORATED_REFUND,
              Outcome.CUSTOMER_CHOICE,
              Outcome.SELLER_CHOICE));

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

  /**
   * Why nobody can say this of money; empty where somebody can. First whether any goes back, then
   * how much, then of which currency.
   *
   * @param paidIn the currency of what came in; empty while nothing did
   */
  static Optional<Refusal> refusal(
      Outcome outcome, Optional<Money> amount, Optional<String> paidIn) {
    return amount.flatMap(said -> refusal(outcome, said, paidIn));
  }

  private static Optional<Refusal> refusal(Outcome outcome, Money said, Optional<String> paidIn) {
    if (!of(outcome, Optional.of(said)).pays()) {
      return Optional.of(
          ClaimRefusal.AMOUNT_UNPAID.with(
              "amount", said, "outcome", outcome.word(), "allowed", Word.list(PAYING)));
    }
    if (said.minorUnits() == 0) {
      return Optional.of(ClaimRefusal.AMOUNT_ZERO.with("amount", said));
    }
    return paidIn
        .filter(currency -> !currency.equals(said.currency()))
        .map(currency -> ClaimRefusal.AMOUNT_CURRENCY.with("amount", said, "allowed", currency));
  }

  /** Whether any goes back. */
  default boolean pays() {
    return !(this instanceof Nothing);
  }
}
