package tapwright.server.app.money;

import tapwright.core.money.RefundState;

/** What a payment provider says of a refund. */
public sealed interface PaymentOutcome {

  /**
   * It has the refund.
   *
   * @param reference its own key for it
   * @param state pending, refunded or failed
   */
  record Taken(String reference, RefundState state) implements PaymentOutcome {
    public Taken {
      if (state.compareTo(RefundState.PENDING) < 0) {
        throw new IllegalArgumentException("state is " + state + ", allowed is PENDING and later");
      }
    }
  }

  /** It has not made the refund and will not: nothing left. */
  record Refused(String reason) implements PaymentOutcome {}

  /** It did not say: the money may have left, or may leave yet. */
  record Silent(String reason) implements PaymentOutcome {}

  /** It knows no refund with the key; one that is on its way may come yet. */
  record None() implements PaymentOutcome {}
}
