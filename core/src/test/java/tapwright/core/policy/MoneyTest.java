package tapwright.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  @ParameterizedTest
  @CsvSource({
    "49.00 INR, 4900, 49.00 INR",
    "49 INR, 4900, 49.00 INR",
    "0.5 USD, 50, 0.50 USD",
    "1000 JPY, 1000, 1000 JPY",
    "1.234 KWD, 1234, 1.234 KWD",
    "0 SAR, 0, 0.00 SAR"
  })
  void amount_isExactInMinorUnits(String text, long minorUnits, String written) {
    Money money = Money.parse(text).orElseThrow();

    assertEquals(minorUnits, money.minorUnits());
    assertEquals(written, money.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "49.001 INR",
        "1000.5 JPY",
        "49,00 INR",
        "-1 INR",
        "49 XYZ",
        "49INR",
        "49 inr",
        "",
        "1 XXX"
      })
  void whatIsNoAmount_isNotTaken(String text) {
    assertTrue(Money.parse(text).isEmpty(), text);
  }

  @Test
  void negativeOrNamelessMoney_isADefect() {
    assertThrows(IllegalArgumentException.class, () -> new Money(-1, "INR"));
    assertThrows(IllegalArgumentException.class, () -> new Money(1, "ZZZ"));
  }
}
