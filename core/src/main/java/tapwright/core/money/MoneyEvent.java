package tapwright.core.money;

import tapwright.core.policy.Money;

/** What happens to the money of an order. */
public sealed interface MoneyEvent {

  /** The customer paid for a line. */
  record Captured(Capture capture) implements MoneyEvent {}

  /** Somebody wants money to go back for a line: it is kept back before anybody is asked. */
  record Reserved(String refund, String line, Money amount) implements MoneyEvent {}

  /** Something was learnt of a refund. */
  record Reported(String refund, RefundState state) implements MoneyEvent {
    public Reported {
      if (state == RefundState.RESERVED) {
        throw new IllegalArgumentException("state is RESERVED, allowed is what follows it");
      }
    }
  }

  /** Something was learnt of a dispute. */
  record Disputed(Dispute report) implements MoneyEvent {}
}
