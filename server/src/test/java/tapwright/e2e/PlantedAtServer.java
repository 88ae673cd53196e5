package tapwright.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tapwright.house.SecretScan;

/** Secrets and words of customers that a server is given, or gives out, while it runs. */
final class PlantedAtServer {

  static final String DESK = "desk";
  static final String PASSWORD = "plantedpassword of the desk";

  static final String CLIENT_SECRET = "plantedclientsecret";

  private static final String PAYMENTS_KEY = "sk_plantedpaymentskey";
  private static final String NOTICE_SECRET = "plantednoticesecret";
  private static final String MAIL_PASSWORD = "plantedmailpassword";
  private static final String WORDS = "plantedwords of a customer";
  private static final String LETTER = "plantedletter with a complaint";
  private static final String LETTER_NAME = "plantedname.txt";

  /** Nobody listens at these places: nothing is sent from tests. */
  static final Map<String, String> ENVIRONMENT =
      Map.of(
          "TAPWRIGHT_PAYMENTS_URL", "http://127.0.0.1:9",
          "TAPWRIGHT_PAYMENTS_KEY", PAYMENTS_KEY,
          "TAPWRIGHT_PAYMENTS_NOTICE_SECRET", NOTICE_SECRET,
          "TAPWRIGHT_WEBHOOK_PRIVATE", "true",
          "TAPWRIGHT_MAIL_FROM", "shop@example.com",
          "TAPWRIGHT_MAIL_SERVER", "smtp://127.0.0.1:9",
          "TAPWRIGHT_MAIL_USER", "shop",
          "TAPWRIGHT_MAIL_PASSWORD", MAIL_PASSWORD,
          "TAPWRIGHT_METRICS_PORT", "0");

  private final Map<String, String> planted = new LinkedHashMap<>();

  PlantedAtServer() {
    planted.put("account password", PASSWORD);
    planted.put("client secret", CLIENT_SECRET);
    planted.put("payments key", PAYMENTS_KEY);
    planted.put("notice secret", NOTICE_SECRET);
    planted.put("mail password", MAIL_PASSWORD);
    planted.put("claim words", WORDS);
    planted.put("evidence", LETTER);
    planted.put("evidence name", LETTER_NAME);
  }

  /** Plants what only a running server takes: a session, an endpoint, a claim with a letter. */
  void plant(ServerRun server, String shop, String card) {
    planted.put("session", session(server));
    planted.put("webhook secret", webhook(server, shop));
    letter(server, shop, claim(server, shop, card));
  }

  private static String session(ServerRun server) {
    HttpResponse<String> opened =
        made(
            server,
            "",
            "/api/v1/session",
            "{\"name\": \"%s\", \"password\": \"%s\"}".formatted(DESK, PASSWORD));
    String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow();
    return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
  }

  private static String webhook(ServerRun server, String shop) {
    String wanted = "{\"url\": \"http://127.0.0.1:9/\"}";
    return json(made(server, shop, "/api/v1/webhooks", wanted)).get("secret").asText();
  }

  private static String claim(ServerRun server, String shop, String card) {
    String wanted =
        """
        {"cardId": "%s", "kind": "replace", "reason": "defective", "text": "%s"}
        """
            .formatted(card, WORDS);
    return json(made(server, shop, "/api/v1/claims", wanted)).get("claimId").asText();
  }

  private static void letter(ServerRun server, String shop, String claim) {
    String content = Base64.getEncoder().encodeToString(LETTER.getBytes(StandardCharsets.UTF_8));
    made(
        server,
        shop,
        "/api/v1/claims/" + claim + "/evidence",
        "{\"kind\": \"description\", \"name\": \"%s\", \"content\": \"%s\"}"
            .formatted(LETTER_NAME, content));
  }

  private static HttpResponse<String> made(
      ServerRun server, String token, String path, String body) {
    HttpResponse<String> answer = server.api(token, "POST", path, body);
    assertEquals(201, answer.statusCode(), answer.body());
    return answer;
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return ServerRun.json(answer.body());
  }

  /** The scan, which knows of all that was planted. */
  SecretScan known(SecretScan scan) {
    planted.forEach(scan::text);
    return scan;
  }
}
