package tapwright.agent.main.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A seller's shop as a client of the server's API: what it does, any shop can do. */
final class Shop {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final URI server;
  private final String token;
  private final Supplier<String> keys;

  /**
   * @param token the shop's access token
   * @param keys a fresh idempotency key each time
   */
  Shop(HttpClient http, URI server, String token, Supplier<String> keys) {
    this.http = http;
    this.server = server;
    this.token = token;
    this.keys = keys;
  }

  /** Places the orders; gives a card each, in the same order. */
  JsonNode placeOrders(List<Map<String, Object>> orders) {
    return send("POST", "/api/v1/orders", Map.of("orders", orders)).path("cards");
  }

  JsonNode card(String cardId) {
    return send("GET", "/api/v1/cards/" + cardId, Map.of());
  }

  /** Tells what happened to a card, as {@code issued} or {@code delivered}. */
  void tell(String cardId, String event) {
    send("POST", "/api/v1/cards/" + cardId + "/events", Map.of("event", event));
  }

  void lead(String cardId, String target) {
    send("PUT", "/api/v1/cards/" + cardId + "/target", Map.of("target", target));
  }

  /** Files a claim; gives it with its decision. */
  JsonNode claim(Map<String, Object> claim) {
    return send("POST", "/api/v1/claims", claim);
  }

  private JsonNode send(String method, String path, Map<String, Object> body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Idempotency-Key", keys.get());
    try {
      if (body.isEmpty()) {
        request.method(method, BodyPublishers.noBody());
      } else {
        request
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
      }
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      JsonNode answer = JSON.readTree(response.body());
      if (response.statusCode() >= 300) {
        throw new DemoFault(method + " " + path + " was answered " + answer);
      }
      return answer;
    } catch (IOException e) {
      throw new DemoFault(method + " " + path + " got no answer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFault(method + " " + path + " was interrupted", e);
    }
  }
}
