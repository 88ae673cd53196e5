package tapwright.server.pay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.core.money.RefundState;
import tapwright.core.policy.Money;
import tapwright.server.app.money.PaymentOutcome;
import tapwright.server.app.money.Payments;
import tapwright.server.pay.ProviderServer.Mishap;

class HttpPaymentsTest {

  private static final Duration SHORT = Duration.ofMillis(400);
  private static final Duration LONG = Duration.ofSeconds(50);

  private final ProviderServer provider = new ProviderServer();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @AfterEach
  void close() {
    provider.close();
    client.shutdownNow();
  }

  private Payments payments(Duration limit) {
    return payments(provider.url(), ProviderServer.KEY, limit);
  }

  private Payments payments(URI url, String key, Duration limit) {
    return new HttpPayments(client, new HttpPayments.Account(url, key, limit));
  }

  private static Payments.Wanted wanted(String key, long amount) {
    return new Payments.Wanted(key, "pi_1", new Money(amount, "EUR"), "order");
  }

  private PaymentOutcome refund(Mishap mishap, String key) {
    provider.next(mishap);
    boolean hangs = mishap == Mishap.HANGS_BEFORE || mishap == Mishap.HANGS_AFTER;
    return payments(hangs ? SHORT : LONG).refund(wanted(key, 500)).join();
  }

  @Test
  void refund_isMadeOnceForAKeyAndFoundByIt() {
    PaymentOutcome made = new PaymentOutcome.Taken("re_1", RefundState.REFUNDED);

    assertEquals(made, refund(Mishap.NONE, "k1"));
    assertEquals(made, refund(Mishap.NONE, "k1"));
    assertEquals(made, payments(LONG).find(wanted("k1", 500)).join());
    assertEquals(
        new PaymentOutcome.Taken("re_2", RefundState.PENDING), refund(Mishap.PENDING, "k2"));
    assertEquals(2, provider.refunds().size());
  }

  @Test
  void find_readsOnOverPages() {
    for (int i = 1; i <= 5; i++) {
      refund(Mishap.NONE, "k" + i);
    }

    assertEquals(
        new PaymentOutcome.Taken("re_1", RefundState.REFUNDED),
        payments(LONG).find(wanted("k1", 500)).join());
    assertEquals(new PaymentOutcome.None(), payments(LONG).find(wanted("k6", 500)).join());
  }

  @Test
  void refusal_isOneForCertain() {
    assertEquals(new PaymentOutcome.Refused("400 charge_disputed"), refund(Mishap.DECLINES, "k1"));
    assertEquals(
        new PaymentOutcome.Refused("401 api_key_invalid"),
        payments(provider.url(), "another", LONG).refund(wanted("k1", 500)).join());
  }

  @ParameterizedTest
  @EnumSource(
      names = {"NONE", "PENDING", "DECLINES"},
      mode = EnumSource.Mode.EXCLUDE)
  void whateverElseComes_saysNothing(Mishap mishap) {
    assertInstanceOf(PaymentOutcome.Silent.class, refund(mishap, "k1"));

    PaymentOutcome found = payments(LONG).find(wanted("k1", 500)).join();
    boolean isDone = mishap == Mishap.HANGS_AFTER || mishap == Mishap.BREAKS_AFTER;
    assertEquals(
        isDone ? new PaymentOutcome.Taken("re_1", RefundState.REFUNDED) : new PaymentOutcome.None(),
        found);
    assertEquals(new PaymentOutcome.Taken("re_1", RefundState.REFUNDED), refund(Mishap.NONE, "k1"));
    assertEquals(1, provider.refunds().size());
  }

  @Test
  void keyOfAnotherRefund_saysNothing() {
    refund(Mishap.NONE, "k1");

    assertInstanceOf(PaymentOutcome.Silent.class, payments(LONG).refund(wanted("k1", 400)).join());
    assertInstanceOf(PaymentOutcome.Silent.class, payments(LONG).find(wanted("k1", 400)).join());
  }

  @Test
  void providerThatIsNotThere_saysNothing() {
    provider.close();

    assertInstanceOf(PaymentOutcome.Silent.class, payments(LONG).refund(wanted("k", 1)).join());
    assertInstanceOf(PaymentOutcome.Silent.class, payments(LONG).find(wanted("k", 1)).join());
  }

  @Test
  void account_showsNoKey() {
    String shown = new HttpPayments.Account(provider.url(), "sk_sample", LONG).toString();

    assertFalse(shown.contains("sk_sample"), shown);
  }
}
