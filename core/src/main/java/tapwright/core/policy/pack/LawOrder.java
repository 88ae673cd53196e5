package tapwright.core.policy.pack;

import org.jspecify.annotations.Nullable;

/** Who goes first where a right of the law meets a clause of a seller's policy. */
final class LawOrder {

  private LawOrder() {}

  /**
   * Why a right of the law defeats what a seller's clause says; null where it does not. It gives
   * way to whatever gives the customer something, to a hold and to a signed agreement.
   */
  static @Nullable Ground ofLaw(Then sellers) {
    if (sellers.effects().contains(Effect.HOLD)) {
      return null;
    }
    return switch (sellers.outcome()) {
      case DENY, REVIEW, NEEDS_INFO, SELLER_CHOICE, NO_EFFECT -> Ground.LAW;
      case FULL_REFUND, PARTIAL_REFUND, PRORATED_REFUND, REPLACEMENT, CUSTOMER_CHOICE -> null;
      case CANCEL, REACTIVATE, DELETE_DATA, RESHIP, EXCHANGE, REFER -> null;
    };
  }

  /** Why a seller's clause goes before a right of the law; null where it does not. */
  static @Nullable Ground ofSeller(Then sellers) {
    if (sellers.effects().contains(Effect.HOLD)) {
      return Ground.HOLD;
    }
    if (ofLaw(sellers) != null) {
      return null;
    }
    return sellers.outcome() == Outcome.REFER ? Ground.AGREEMENT : Ground.BETTER_RIGHT;
  }

  /** Which of two rights of the law stands: the choice of both remedies, else the first. */
  static @Nullable Ground between(Then one, boolean oneIsFirst, Then other) {
    boolean oneIsChoice = one.outcome() == Outcome.CUSTOMER_CHOICE;
    boolean otherIsChoice = other.outcome() == Outcome.CUSTOMER_CHOICE;
    boolean better = oneIsChoice == otherIsChoice ? oneIsFirst : oneIsChoice;
    return better ? Ground.BETTER_RIGHT : null;
  }
}
