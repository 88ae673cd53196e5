package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subscriptions over HTTP, by the document's own examples. */
class SubscriptionRoutesTest {

  private static final String PLANS = "/api/v1/subscriptions";

  @TempDir private Path folder;
  private LocalServer server;

  @BeforeEach
  void open() {
    server = new LocalServer(folder);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private JsonNode example(String path) {
    JsonNode document = LocalServer.json(server.send("GET", "/openapi.json", "", ""));
    return document
        .path("paths")
        .path(path)
        .path("post")
        .path("requestBody")
        .path("content")
        .path("application/json")
        .path("example");
  }

  private HttpResponse<String> post(String path, String body) {
    return server.send("POST", PLANS + path, server.shop, body);
  }

  private JsonNode get(String path) {
    return LocalServer.json(server.send("GET", PLANS + path, server.shop, ""));
  }

  private static void assertCode(int status, String code, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("\"code\":\"" + code + "\""), answer.body());
  }

  @Test
  void planBegunByTheExample_isSeenChangedAndPaid() {
    HttpResponse<String> begun = post("", example(PLANS).toString());
    assertEquals(201, begun.statusCode(), begun.body());
    JsonNode receipt = LocalServer.json(begun);
    String id = "/" + receipt.path("subscriptionId").asText();
    assertEquals("99.00 INR", receipt.at("/detail/charges/0/amount").asText());

    assertEquals("running", get(id).path("state").asText());
    assertEquals(get(id), get("?account=customer-17").at("/subscriptions/0"));
    assertEquals(200, post(id + "/charges/2/paid", "{\"cause\": \"payment 1\"}").statusCode());
    assertEquals("paid", get(id + "/charges").at("/charges/1/state").asText());

    String cancel = example(PLANS + "/{subscriptionId}/events").toString();
    String later = cancel.replace("\"version\":2", "\"version\":3");
    assertCode(409, "subscription-version", post(id + "/events", later));
    HttpResponse<String> cancelled = post(id + "/events", cancel);
    assertEquals(200, cancelled.statusCode(), cancelled.body());
    assertEquals(get(id).path("termEndsAt"), get(id).path("endsAt"));
    assertTrue(!get(id).path("renews").asBoolean());
  }

  @Test
  void whatCannotBeTaken_isNamed() {
    String begin = example(PLANS).toString();
    assertCode(400, "request-invalid", post("", begin.replace("Asia/Kolkata", "Mars/Base")));
    assertCode(400, "request-invalid", post("", begin.replace("99.00 INR", "99.00 EUR")));
    assertCode(400, "request-invalid", post("", begin.replace("49.00 INR", "49.001 INR")));
    assertCode(400, "request-invalid", post("", begin.replace("customer-17", "a@example.com")));
    assertCode(
        404,
        "order-unknown",
        post("", begin.replace("\"account\":\"customer-17\"", "\"order\":\"X-1\"")));
    assertCode(
        404,
        "subscription-unknown",
        post("/NOBODY/events", "{\"event\": \"reactivated\", \"version\": 1}"));
    JsonNode begun = LocalServer.json(post("", begin));
    String events = "/" + begun.path("subscriptionId").asText() + "/events";
    assertCode(400, "request-invalid", post(events, "{\"event\": \"upgraded\", \"version\": 1}"));
    assertCode(
        409, "plan-step-not-allowed", post(events, "{\"event\": \"reactivated\", \"version\": 1}"));
    assertCode(409, "subscription-alive", post("", begin));
  }
}
