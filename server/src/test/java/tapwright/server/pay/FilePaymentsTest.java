package tapwright.server.pay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.money.RefundState;
import tapwright.core.policy.Money;
import tapwright.server.app.money.PaymentOutcome;
import tapwright.server.app.money.Payments;

class FilePaymentsTest {

  @TempDir private Path folder;

  private Payments payments() {
    return new FilePayments(folder.resolve("payments.jsonl"), Runnable::run);
  }

  private static Payments.Wanted wanted(String key, String payment, long amount) {
    return new Payments.Wanted(key, payment, new Money(amount, "EUR"), "order");
  }

  private static PaymentOutcome refunded(String key) {
    return new PaymentOutcome.Taken("file-" + key, RefundState.REFUNDED);
  }

  @Test
  void refund_isALineForAKeyWhoeverAsks() throws IOException {
    Payments one = payments();
    Payments other = payments();

    assertEquals(refunded("k1"), one.refund(wanted("k1", "pi_1", 500)).join());
    assertEquals(refunded("k1"), other.refund(wanted("k1", "pi_1", 500)).join());
    assertEquals(refunded("k2"), other.refund(wanted("k2", "pi_1", 500)).join());
    assertEquals(refunded("k2"), one.find(wanted("k2", "pi_1", 500)).join());
    assertEquals(new PaymentOutcome.None(), payments().find(wanted("k3", "pi_1", 500)).join());
    assertEquals(2, Files.readAllLines(folder.resolve("payments.jsonl")).size());
  }

  @Test
  void keyOfAnotherRefund_saysNothing() {
    payments().refund(wanted("k1", "pi_1", 500)).join();

    assertInstanceOf(
        PaymentOutcome.Silent.class, payments().refund(wanted("k1", "pi_1", 400)).join());
  }

  @Test
  void paymentsOfStories_areDeclinedOrStayPending() {
    assertEquals(
        new PaymentOutcome.Refused("declined"),
        payments().refund(wanted("k1", "declined-1", 500)).join());
    assertEquals(
        new PaymentOutcome.Taken("file-k2", RefundState.PENDING),
        payments().refund(wanted("k2", "pending-1", 500)).join());
  }

  @Test
  void halfALine_isOfAProcessThatDied() throws IOException {
    payments().refund(wanted("k1", "pi_1", 500)).join();
    Files.writeString(
        folder.resolve("payments.jsonl"), "{\"key\": \"k2", StandardOpenOption.APPEND);

    assertEquals(refunded("k2"), payments().refund(wanted("k2", "pi_1", 500)).join());
    assertEquals(2, Files.readAllLines(folder.resolve("payments.jsonl")).size());
    assertEquals(refunded("k1"), payments().find(wanted("k1", "pi_1", 500)).join());
  }
}
