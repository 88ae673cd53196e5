package tapwright.core.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.core.policy.Money;
import tapwright.core.policy.pack.Outcome;

class GrantTest {

  private static final Optional<Money> SAID = Money.parse("49.00 INR");

  /** A claim that nobody has answered yet grants nothing, though it may pay some day. */
  @ParameterizedTest
  @EnumSource(Outcome.class)
  void grant_isOfOutcomesThatPay(Outcome outcome) {
    boolean pays = outcome.mayPay() && outcome.grants();

    assertEquals(pays, Grant.of(outcome, SAID).pays(), outcome.word());
    assertEquals(pays, Grant.of(outcome, Optional.empty()).pays(), outcome.word());
    if (pays) {
      assertEquals(new Grant.UpTo(SAID.orElseThrow()), Grant.of(outcome, SAID));
    }
  }

  /** What pays nothing says no sum; what pays says more than nothing, of the money that came in. */
  @ParameterizedTest
  @EnumSource(Outcome.class)
  void sum_isOfOutcomesThatPayAndOfTheirCurrency(Outcome outcome) {
    assertEquals("", refused(outcome, Optional.empty(), Optional.of("USD")));
    if (!Grant.PAYING.contains(outcome)) {
      assertEquals("ruling-amount-unpaid", refused(outcome, SAID, Optional.empty()));
      return;
    }
    assertEquals("", refused(outcome, SAID, Optional.empty()));
    assertEquals("", refused(outcome, SAID, Optional.of("INR")));
    assertEquals("ruling-amount-currency", refused(outcome, SAID, Optional.of("USD")));
    assertEquals(
        "ruling-amount-zero", refused(outcome, Money.parse("0.00 INR"), Optional.of("USD")));
  }

  private static String refused(
      Outcome outcome, Optional<Money> amount, Optional<String> currency) {
    return Grant.refusal(outcome, amount, currency)
        .map(refusal -> refusal.code().code())
        .orElse("");
  }

  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      names = {"PARTIAL_REFUND", "PRORATED_REFUND"})
  void partWithoutAnAmount_isNotSaid(Outcome outcome) {
    assertEquals(new Grant.Unsaid(), Grant.of(outcome, Optional.empty()));
  }
}
