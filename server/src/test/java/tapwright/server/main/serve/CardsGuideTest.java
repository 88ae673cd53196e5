package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardState;
import tapwright.core.card.Hold;
import tapwright.core.card.Mark;
import tapwright.house.RefusalPage;

/** What the page of cards shows is what works: its words are the code's, its requests are sent. */
class CardsGuideTest {

  private static final Pattern REQUEST =
      Pattern.compile(
          "api (?:-X (?<method>\\w+) )?(?:-H \"\\$(?<type>\\w+)\" )?\"\\$SERVER(?<path>[^\"]+)\""
              + "(?: (?:-d|--data-binary) \\$?'(?<body>[^']*)')?\\s+# (?<status>\\d+)");

  @TempDir private Path folder;
  private String page;

  @BeforeEach
  void read() throws IOException {
    page = Files.readString(RefusalPage.projectFolder().resolve("docs/cards.md"));
  }

  @Test
  void everyStateEventHoldAndMark_standsOnThePage() {
    List<String> missing =
        Stream.of(
                Stream.of(CardState.values()),
                Stream.of(CardEvent.Step.values()),
                Stream.of(Mark.values()))
            .flatMap(words -> words)
            .map(CardsGuideTest::word)
            .filter(word -> !page.contains("\n| `" + word + "` |"))
            .toList();
    assertEquals(List.of(), missing);
    for (Hold hold : Hold.values()) {
      assertTrue(page.contains("`" + word(hold) + "`"), hold.toString());
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Test
  void requestsOfThePage_areAnsweredAsItSays() {
    List<String> wrong = new ArrayList<>();
    try (LocalServer server = new LocalServer(folder)) {
      String card = issued(server);
      Matcher request = REQUEST.matcher(page);
      int requests = 0;
      while (request.find()) {
        HttpResponse<String> answer = send(server, request, card);
        if (answer.statusCode() != Integer.parseInt(request.group("status"))) {
          wrong.add(request.group() + "\n" + answer.statusCode() + " " + answer.body());
        }
        requests++;
      }
      assertEquals(page.lines().filter(line -> line.startsWith("api ")).count(), requests);
      assertTrue(requests >= 15, "only " + requests + " requests were sent");
    }
    assertEquals(List.of(), wrong);
  }

  private static String issued(LocalServer server) {
    JsonNode placed = server.order("guide-1", "https://example.com/first");
    server.make(placed, "04000000000001");
    String card = placed.get("cardId").asText();
    server.send(
        "POST", "/api/v1/cards/" + card + "/events", server.shop, "{\"event\": \"issued\"}");
    return card;
  }

  private static HttpResponse<String> send(LocalServer server, Matcher request, String card) {
    String path = request.group("path").replace("$CARD", card);
    String body = request.group("body");
    if (body == null) {
      return server.send("GET", path, server.shop, "");
    }
    if (request.group("type").equals("csv")) {
      return server.send(
          HttpRequest.newBuilder(server.uri(path))
              .header("Authorization", "Bearer " + server.shop)
              .header("Content-Type", "text/csv")
              .header("Idempotency-Key", "guide")
              .POST(HttpRequest.BodyPublishers.ofString(body.replace("\\n", "\n"))));
    }
    String method = request.group("method");
    return server.send(method == null ? "POST" : method, path, server.shop, body);
  }
}
