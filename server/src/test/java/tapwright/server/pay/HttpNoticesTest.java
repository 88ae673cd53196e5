package tapwright.server.pay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.money.DisputeStatus;
import tapwright.core.money.RefundState;
import tapwright.core.policy.Money;
import tapwright.server.app.money.PaymentNotice;
import tapwright.server.security.PaymentSignature;

class HttpNoticesTest {

  private static final String SECRET = "whsec_sample";
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final HttpNotices NOTICES = new HttpNotices(Optional.of(SECRET));

  private static String event(String type, String object) {
    return "{\"id\": \"evt_1\", \"type\": \"%s\", \"created\": 1772438400, \"data\": {\"object\": %s}}"
        .formatted(type, object);
  }

  private static Checked<PaymentNotice> read(String body) {
    Bytes bytes = Bytes.ofUtf8(body);
    return NOTICES.read(new PaymentSignature(SECRET).header(bytes, NOW), bytes, NOW);
  }

  private static String refusal(Checked<PaymentNotice> read) {
    return switch (read) {
      case Checked.Refused<PaymentNotice>(var refusal) -> refusal.toString();
      case Checked.Passed<PaymentNotice>(PaymentNotice notice) -> "passed " + notice;
    };
  }

  @Test
  void refund_isReadWithItsKeyAndBothNamesOfItsPayment() {
    assertEquals(
        new PaymentNotice(
            "evt_1",
            Instant.ofEpochSecond(1_772_438_400),
            new PaymentNotice.RefundSeen(
                "k1", List.of("pi_1", "ch_1"), "re_1", RefundState.REFUNDED)),
        read(event(
                "refund.updated",
                """
                {"id": "re_1", "status": "succeeded", "payment_intent": "pi_1", "charge": "ch_1",
                  "amount": 500, "currency": "eur", "metadata": {"refund": "k1"}}
                """))
            .orThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "warning_needs_response, INQUIRY",
    "warning_under_review, INQUIRY",
    "warning_closed, WITHDRAWN",
    "needs_response, CHARGEBACK",
    "under_review, CHARGEBACK",
    "won, WON",
    "lost, LOST"
  })
  void dispute_isReadInEachStatus(String word, DisputeStatus status) {
    assertEquals(
        new PaymentNotice.DisputeSeen("dp_1", List.of("ch_1"), new Money(500, "EUR"), status),
        read(event(
                "charge.dispute.updated",
                """
                {"id": "dp_1", "status": "%s", "payment_intent": null, "charge": "ch_1",
                  "amount": 500, "currency": "eur"}
                """
                    .formatted(word)))
            .orThrow()
            .content());
  }

  @Test
  void whatElseIsTold_isOther() {
    assertEquals(
        new PaymentNotice.Other(), read(event("customer.created", "{}")).orThrow().content());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"id\": \"evt_1\"}",
        "{\"id\": \"evt_1\", \"created\": 1, \"type\": \"refund.updated\"}",
        "{\"id\": \"evt_1\", \"created\": 1, \"type\": \"charge.dispute.closed\","
            + " \"data\": {\"object\": {\"status\": \"won\", \"id\": \"dp\", \"amount\": 1,"
            + " \"currency\": \"zzz\"}}}"
      })
  void whatIsNoEvent_isRefused(String body) {
    assertTrue(refusal(read(body)).startsWith("payment-notice-unreadable: "), refusal(read(body)));
  }

  @Test
  void signatureThatIsOldForeignOrMissing_isRefused() {
    Bytes body = Bytes.ofUtf8(event("customer.created", "{}"));
    PaymentSignature own = new PaymentSignature(SECRET);
    String rest = "; allowed is one that the provider signed within the last 5 minutes";

    assertEquals(
        "payment-notice-refused: the notice has no signature" + rest,
        refusal(NOTICES.read("", body, NOW)));
    assertEquals(
        "payment-notice-refused: the notice bears another signature" + rest,
        refusal(NOTICES.read(new PaymentSignature("x").header(body, NOW), body, NOW)));
    assertEquals(
        "payment-notice-refused: the notice bears another signature" + rest,
        refusal(NOTICES.read(own.header(body, NOW), Bytes.ofUtf8("{}"), NOW)));
    assertEquals(
        "payment-notice-refused: the notice was signed 301 seconds away from now" + rest,
        refusal(NOTICES.read(own.header(body, NOW.minusSeconds(301)), body, NOW)));
    assertEquals(
        "payment-notice-refused: the notice came to a server that has no secret for notices" + rest,
        refusal(new HttpNotices(Optional.empty()).read(own.header(body, NOW), body, NOW)));
  }

  @Test
  void signature_isHmacOfTimeAndBody() {
    // openssl dgst -sha256 -hmac whsec_sample, over "1772438400.{}"
    Bytes body = Bytes.ofUtf8("{}");
    String header = new PaymentSignature(SECRET).header(body, NOW);

    assertEquals(
        "t=1772438400,v1=095259d2e5b0f882388a98b299d7553468b3c28a46941b7bd9b53981a174417e", header);
    assertEquals(
        Optional.empty(),
        new PaymentSignature(SECRET)
            .fault(header.replace(",v1", ",v1=" + "0".repeat(64) + ",v1"), body, NOW));
  }
}
