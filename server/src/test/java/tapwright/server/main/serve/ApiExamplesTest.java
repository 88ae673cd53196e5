package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.record.access.Role;

/** The examples of the API's document: there for each body, and taken as the document says. */
class ApiExamplesTest {

  /** What no seller has, spelt as if somebody had it. */
  private static final String ID = "0000000000001";

  @TempDir private Path folder;

  @Test
  void eachBodyHasAnExample_thatTheServerReads() {
    try (LocalServer server = new LocalServer(folder)) {
      JsonNode document = LocalServer.json(server.get("/openapi.json"));
      List<String> wrong = new ArrayList<>();
      for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
        for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
          JsonNode body = operation.getValue().at("/requestBody/content/application~1json");
          if (!body.isMissingNode()) {
            String said = said(server, path.getKey(), operation, body);
            if (!said.isEmpty()) {
              wrong.add(operation.getKey() + " " + path.getKey() + ": " + said);
            }
          }
        }
      }
      assertEquals(List.of(), wrong);
    }
  }

  /** What is wrong with the example of an operation; empty where nothing is. */
  private static String said(
      LocalServer server, String path, Map.Entry<String, JsonNode> operation, JsonNode body) {
    if (body.path("example").isMissingNode()) {
      return "no example";
    }
    HttpResponse<String> answer =
        server.send(
            operation.getKey().toUpperCase(Locale.ROOT),
            path.replaceAll("\\{number}|\\{taskNumber}", "1").replaceAll("\\{\\w+}", ID),
            token(server, operation.getValue(), operation.getKey() + path),
            body.get("example").toString());
    String code = LocalServer.json(answer).path("code").asText();
    return code.equals("request-invalid") || answer.statusCode() >= 500 ? answer.body() : "";
  }

  /** Of a role that may; none where everybody may. */
  private static String token(LocalServer server, JsonNode operation, String name) {
    JsonNode roles = operation.path("x-roles");
    return roles.isEmpty()
        ? ""
        : server.token(
            Role.valueOf(roles.get(0).asText().toUpperCase(Locale.ROOT)), "for " + name.hashCode());
  }
}
