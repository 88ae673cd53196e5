package tapwright.server.main.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tapwright.server.record.access.Role;
import tapwright.server.store.RecordUrl;

/** What a server says to requests that it does not take, one of each kind that its document has. */
final class ApiProblems {

  /** Few, so that one too many is soon sent. */
  private static final int ALLOWED = 6;

  private final Map<String, HttpResponse<String>> said = new LinkedHashMap<>();
  private final Path folder;

  ApiProblems(Path folder) {
    this.folder = folder;
  }

  /** What was said, by the name that the document has for it. */
  Map<String, HttpResponse<String>> said() {
    RunningServer.Conduct careful = RunningServer.Conduct.CAREFUL;
    RunningServer.Conduct conduct =
        new RunningServer.Conduct(
            careful.whenStoreAway(),
            careful.keeping(),
            careful.watched(),
            careful.front(),
            Business.USUAL.with(new Outward(ALLOWED, false)));
    RecordUrl record = RecordUrl.ofFile(folder.resolve("problems.db"));
    try (LocalServer server = new LocalServer(folder, record, conduct)) {
      ofWhoAsks(server);
      ofWhatIsSent(server);
      ofThings(server);
      ofTheTime(server);
    }
    return said;
  }

  private void ofWhoAsks(LocalServer server) {
    said.put("Unknown", server.send("GET", "/api/v1/settings", "", ""));
    said.put("Forbidden", server.send("GET", "/api/v1/settings", server.station, ""));
  }

  private void ofWhatIsSent(LocalServer server) {
    String shop = server.token(Role.SHOP, "who sends");
    said.put("Unreadable", server.send("GET", "/api/v1/cards?limit=9999", shop, ""));
    said.put("TooLarge", server.send("POST", "/api/v1/orders", shop, " ".repeat(5_000_000)));
    said.put(
        "WrongMediaType",
        server.send(
            HttpRequest.newBuilder(server.uri("/api/v1/orders"))
                .header("Authorization", "Bearer " + shop)
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))));
  }

  private void ofThings(LocalServer server) {
    said.put("NotFound", server.send("GET", "/api/v1/cards/0000000000001", server.shop, ""));
    String card =
        "/api/v1/cards/" + server.order("A-1", "https://example.com/1").get("cardId").asText();
    said.put(
        "Conflict",
        server.send("POST", card + "/events", server.shop, "{\"event\": \"activated\"}"));
    said.put(
        "NotAllowed",
        server.send("PUT", card + "/target", server.shop, "{\"target\": \"ftp://example.com/\"}"));
  }

  private void ofTheTime(LocalServer server) {
    String busy = server.token(Role.SHOP, "busy");
    HttpResponse<String> answer = server.send("GET", "/api/v1/settings", busy, "");
    // Where a minute ends on the way, it takes up to as many again.
    for (int i = 0; i < 2 * ALLOWED && answer.statusCode() == 200; i++) {
      answer = server.send("GET", "/api/v1/settings", busy, "");
    }
    said.put("TooMany", answer);
    server.installation().store().close();
    said.put("NotNow", server.send("GET", "/api/v1/settings", server.shop, ""));
  }

  /** As an example: without the request's id, and with the usual limit. */
  static JsonNode sampled(HttpResponse<String> answer) {
    ObjectNode problem = (ObjectNode) LocalServer.json(answer);
    problem.put("requestId", "000000000000R");
    problem.put(
        "detail",
        problem
            .get("detail")
            .asText()
            .replaceFirst("more than \\d+ requests", "more than 6000 requests")
            .replaceFirst("wait \\d+ seconds", "wait 42 seconds"));
    return problem;
  }
}
