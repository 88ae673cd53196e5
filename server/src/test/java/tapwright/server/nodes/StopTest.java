package tapwright.server.nodes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is told to stop while phones tap, and what it says meanwhile. */
class StopTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CARDS = 24;

  @TempDir private Path home;

  /** Each is answered or loses its connection, and each that is answered is on record. */
  @Test
  void toldToStopUnderLoad_endsInGoodOrderAndLosesNothingAnswered() {
    SampleShop.Tokens tokens = Fleet.tokens(home);
    List<CardModel> models;
    try (Fleet fleet = Fleet.start(home, 1)) {
      List<SampleCard> cards = ExactnessRun.cards(fleet, tokens, CARDS);
      models =
          new ExactnessRun(6, 2_000, List.of(fleet::stopAny, fleet::stopAny))
              .on(fleet::node, cards);
    }

    assertEquals(List.of(), ExactnessRun.differences(ExactnessRun.embedded(home), models));
  }

  @Test
  void logAsJson_isALineAnEvent() throws IOException {
    ServerProcess server =
        ServerProcess.start(
            home, List.of("--log", "json", "--log-requests", "--metrics-port", "0"));
    ask(server.url().resolve("/openapi.json"));
    String figures = ask(URI.create(server.ready().get("metrics").asText()));
    assertEquals(0, server.stop());

    assertTrue(figures.contains("\ntapwright_program_info{"), figures);
    List<String> lines = Files.readAllLines(home.resolve("server.err"));
    JsonNode request = JSON.readTree(lines.getLast());
    assertEquals("request", request.get("formattedMessage").asText());
    assertEquals("/openapi.json", request.at("/kvpList/1/route").asText());
    for (String line : lines) {
      assertTrue(JSON.readTree(line).isObject(), line);
    }
  }

  private static String ask(URI url) throws IOException {
    try (InputStream answer = url.toURL().openStream()) {
      return new String(answer.readAllBytes(), UTF_8);
    }
  }
}
