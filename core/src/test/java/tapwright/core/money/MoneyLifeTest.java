package tapwright.core.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tapwright.core.Checked;
import tapwright.core.policy.Money;

class MoneyLifeTest {

  private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

  private static Money money(String text) {
    return Money.parse(text).orElseThrow();
  }

  private static OrderMoney after(MoneyEvent... events) {
    OrderMoney money = OrderMoney.NOTHING;
    for (MoneyEvent event : events) {
      money = MoneyLife.apply(money, event).orThrow();
    }
    return money;
  }

  private static String refusal(OrderMoney money, MoneyEvent event) {
    return switch (MoneyLife.apply(money, event)) {
      case Checked.Refused<OrderMoney>(var refusal) -> refusal.toString();
      case Checked.Passed<OrderMoney>(OrderMoney next) -> "passed " + next;
    };
  }

  private static MoneyEvent captured(String line, String amount) {
    return new MoneyEvent.Captured(new Capture(line, "pay-" + line, money(amount)));
  }

  private static MoneyEvent reserved(String refund, String line, String amount) {
    return new MoneyEvent.Reserved(refund, line, money(amount));
  }

  private static MoneyEvent disputed(String amount, DisputeStatus status, Instant at) {
    return new MoneyEvent.Disputed(new Dispute("d", "pay-card", money(amount), status, at));
  }

  @Test
  void refundOfMoreThanIsLeft_isRefusedWithAllSums() {
    OrderMoney paid = after(captured("card", "49.00 EUR"), reserved("r1", "card", "40.00 EUR"));

    assertEquals(
        "refund-exceeds-line: refund of 9.01 EUR, allowed is up to 9.00 EUR: 49.00 EUR was captured"
            + " for line card, 0.00 EUR was refunded, 40.00 EUR is reserved",
        refusal(paid, reserved("r2", "card", "9.01 EUR")));
  }

  @Test
  void refundOfAnotherCurrencyOrLine_isRefused() {
    OrderMoney paid = after(captured("card", "49.00 EUR"));

    assertEquals(
        "money-currency-differs: amount is 1.00 USD, allowed are amounts in EUR, the currency of"
            + " the order",
        refusal(paid, reserved("r1", "card", "1.00 USD")));
    assertEquals(
        "money-line-unknown: line is plan, allowed is a captured line of the order",
        refusal(paid, reserved("r1", "plan", "1.00 EUR")));
    assertEquals(
        "money-amount-outside: amount is 0.00 EUR, allowed is more than nothing and up to"
            + " 10000000000.00 EUR",
        refusal(paid, reserved("r1", "card", "0.00 EUR")));
    assertEquals(
        "money-line-captured: line card was captured already; allowed is a line that was not",
        refusal(paid, captured("card", "49.00 EUR")));
  }

  @Test
  void moneyUnderDispute_goesBackOnlyWhenTheDisputeIsOver() {
    OrderMoney paid = after(captured("card", "49.00 EUR"));
    OrderMoney open =
        MoneyLife.apply(paid, disputed("49.00 EUR", DisputeStatus.INQUIRY, AT)).orThrow();
    MoneyEvent wish = reserved("r1", "card", "1.00 EUR");

    assertEquals(
        "refund-disputed: refund of 1.00 EUR, allowed is up to 0.00 EUR: of payment pay-card 49.00"
            + " EUR is disputed and 0.00 EUR was lost to disputes, and no money goes back twice",
        refusal(open, wish));
    OrderMoney won =
        MoneyLife.apply(open, disputed("49.00 EUR", DisputeStatus.WON, AT.plusSeconds(1)))
            .orThrow();
    assertEquals(100, MoneyLife.apply(won, wish).orThrow().total().reserved());
    OrderMoney lost =
        MoneyLife.apply(won, disputed("49.00 EUR", DisputeStatus.LOST, AT.plusSeconds(2)))
            .orThrow();
    assertEquals(0, lost.total().rest());
    assertEquals(
        lost, MoneyLife.apply(lost, disputed("49.00 EUR", DisputeStatus.WON, AT)).orThrow());
  }

  @Test
  void chargebackAfterARefund_showsWhatIsPaidTwice() {
    OrderMoney money =
        after(
            captured("card", "49.00 EUR"),
            reserved("r1", "card", "49.00 EUR"),
            new MoneyEvent.Reported("r1", RefundState.REFUNDED),
            disputed("49.00 EUR", DisputeStatus.LOST, AT));

    assertEquals(4_900, money.total().excess());
    assertEquals(0, money.refundable(money.captures().values().iterator().next()));
  }

  @Test
  void reportOfAnUnknownPaymentOrAnotherOne_isRefused() {
    OrderMoney paid = after(captured("card", "49.00 EUR"), captured("plan", "9.00 EUR"));
    OrderMoney open =
        MoneyLife.apply(paid, disputed("49.00 EUR", DisputeStatus.CHARGEBACK, AT)).orThrow();

    assertEquals(
        "dispute-differs: dispute d is about payment pay-plan, allowed is pay-card",
        refusal(
            open,
            new MoneyEvent.Disputed(
                new Dispute("d", "pay-plan", money("9.00 EUR"), DisputeStatus.LOST, AT))));
    assertEquals(
        "money-payment-unknown: payment is pay-x, allowed is one that lines were captured with",
        refusal(
            open,
            new MoneyEvent.Disputed(
                new Dispute("e", "pay-x", money("9.00 EUR"), DisputeStatus.LOST, AT))));
  }

  @Test
  void reportOfNoRefund_isADefect() {
    assertThrows(
        IllegalArgumentException.class,
        () -> after(new MoneyEvent.Reported("r1", RefundState.PENDING)));
    assertEquals(
        List.of("RESERVED", "UNKNOWN", "RELEASED", "PENDING", "REFUNDED", "FAILED"),
        List.of(RefundState.values()).stream().map(Enum::name).toList());
  }
}
