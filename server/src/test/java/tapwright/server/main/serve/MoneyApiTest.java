package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.Bytes;
import tapwright.core.policy.Money;
import tapwright.server.app.money.RefundLimits;
import tapwright.server.front.FrontSettings;
import tapwright.server.pay.HttpPayments;
import tapwright.server.pay.ProviderServer;
import tapwright.server.record.access.Role;
import tapwright.server.security.PaymentSignature;
import tapwright.server.store.RecordUrl;

/** Money over HTTP, with a provider that is asked over HTTP too. */
class MoneyApiTest {

  private static final String SECRET = "whsec_sample";
  @TempDir private static Path folder;
  private static ProviderServer provider;
  private static LocalServer server;
  private static String support;
  private static String supervisor;
  private static int orders;

  private String order = "";
  private String payment = "";

  @BeforeAll
  static void start() {
    provider = new ProviderServer();
    RunningServer.Conduct careful = RunningServer.Conduct.CAREFUL;
    server =
        new LocalServer(
            folder,
            RecordUrl.ofFile(folder.resolve("server.db")),
            new RunningServer.Conduct(
                careful.whenStoreAway(),
                careful.keeping(),
                careful.watched(),
                FrontSettings.PLAIN,
                Business.USUAL.with(
                    new PaymentsDoor.Wish(
                        Optional.of(
                            new HttpPayments.Account(
                                provider.url(), ProviderServer.KEY, Duration.ofSeconds(2))),
                        Optional.of(SECRET),
                        RefundLimits.of(List.of(new Money(3_000, "EUR")))))));
    support = server.token(Role.SUPPORT, "support");
    supervisor = server.token(Role.SUPERVISOR, "supervisor");
  }

  @AfterAll
  static void stop() {
    server.close();
    provider.close();
  }

  /** An order of its own for each test, with a number that has to be encoded in a path. */
  @BeforeEach
  void capture() {
    orders++;
    order = "A%2F" + orders;
    payment = "pi_" + orders;
    server.order("A/" + orders, "https://example.com/1");
    sent(
        201,
        server.shop,
        "captures",
        "{\"payment\": \"%s\", \"lines\": [{\"line\": \"card\", \"amount\": \"49.00 EUR\"}]}"
            .formatted(payment));
  }

  private List<Map<String, Object>> made() {
    return provider.refunds().stream()
        .filter(refund -> payment.equals(refund.get("payment_intent")))
        .toList();
  }

  private JsonNode sent(int status, String token, String path, String body) {
    HttpResponse<String> answer =
        server.send("POST", "/api/v1/orders/" + order + "/" + path, token, body);
    assertEquals(status, answer.statusCode(), answer.body());
    return LocalServer.json(answer);
  }

  private JsonNode money() {
    HttpResponse<String> answer =
        server.send("GET", "/api/v1/orders/" + order + "/money", support, "");
    assertEquals(200, answer.statusCode(), answer.body());
    return LocalServer.json(answer);
  }

  private static String refund(String amount) {
    return "{\"line\": \"card\", \"amount\": \"%s\", \"cause\": \"as decided\"}".formatted(amount);
  }

  private HttpResponse<String> tell(String event, String secret) {
    Bytes body = Bytes.ofUtf8(event);
    String header =
        new PaymentSignature(secret).header(body, server.installation().clock().instant());
    return server.send(
        HttpRequest.newBuilder(server.uri("/payments/v1/webhook"))
            .header("Content-Type", "application/json")
            .header("Stripe-Signature", header)
            .POST(HttpRequest.BodyPublishers.ofString(event)));
  }

  @Test
  void refund_goesFromCaptureToTheProviderAndOntoTheBooks() {
    JsonNode refund = sent(201, support, "refunds", refund("20.00 EUR"));

    assertEquals("refunded", refund.get("state").asText());
    assertEquals(made().getFirst().get("id"), refund.get("reference").asText());
    assertEquals(2_000L, made().getFirst().get("amount"));
    assertEquals("29.00 EUR", money().at("/lines/0/refundable").asText());
    assertEquals("refund-refunded", money().at("/trail/2/kind").asText());
  }

  @Test
  void answerThatNeverComes_isUnknownUntilTheProviderTells() {
    provider.next(ProviderServer.Mishap.HANGS_AFTER);
    JsonNode unknown = sent(201, support, "refunds", refund("20.00 EUR"));
    assertEquals("unknown", unknown.get("state").asText());
    assertEquals("20.00 EUR", money().at("/total/reserved").asText());

    Map<String, Object> refund = made().getFirst();
    String done = provider.event("evt_2" + payment, refund, "succeeded");
    assertEquals(403, tell(done, "whsec_forged").statusCode());
    assertTrue(tell(done, SECRET).body().contains("true"));
    assertTrue(tell(done, SECRET).body().contains("false"));
    assertTrue(
        tell(provider.event("evt_1" + payment, refund, "pending"), SECRET).body().contains("true"));

    assertEquals("20.00 EUR", money().at("/total/refunded").asText());
    assertEquals(1, made().size());
  }

  @Test
  void amountsAndLimits_areChecked() {

    assertEquals(
        "refund-needs-supervisor",
        sent(403, support, "refunds", refund("30.01 EUR")).get("code").asText());
    assertEquals(
        "refund-exceeds-line",
        sent(409, supervisor, "refunds", refund("49.01 EUR")).get("code").asText());
    assertEquals(
        "request-invalid", sent(400, support, "refunds", refund("1.001 EUR")).get("code").asText());
    assertEquals(
        "money-currency-differs",
        sent(422, supervisor, "refunds", refund("1.00 USD")).get("code").asText());
    assertEquals(0, made().size());
  }

  @Test
  void disputeByHand_stopsRefunds() {
    JsonNode books =
        sent(
            201,
            support,
            "disputes",
            """
            {"disputeId": "dp_1", "payment": "%s", "amount": "49.00 EUR", "status": "inquiry"}
            """
                .formatted(payment));

    assertEquals("49.00 EUR", books.at("/total/disputed").asText());
    assertEquals(
        "refund-disputed", sent(409, support, "refunds", refund("1.00 EUR")).get("code").asText());
  }
}
