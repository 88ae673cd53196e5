package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The messages to shops that the API's document shows are those that a server sends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiEventsTest {

  /**
   * Only the round in which a server carries out tasks by itself finds that it cannot; money that
   * leaves after a denial, and a card that seems handed on, have tests of their own.
   */
  private static final Set<String> NOT_IN_THE_STORY =
      Set.of("claim.task-left-to-people", "claim.refund-made", "card.transfer-detected");

  @TempDir private static Path folder;
  private final ApiDocument document = ApiDocument.read();
  private final ApiSchemas schemas = new ApiSchemas(document);
  private Map<String, JsonNode> told = Map.of();

  @BeforeAll
  void tell() {
    try (EventStory story = new EventStory(folder)) {
      story.tell();
      told = story.told();
    }
  }

  @Test
  void kinds_areThoseThatAreSent() {
    Set<String> all = new TreeSet<>(told.keySet());
    all.addAll(NOT_IN_THE_STORY);

    assertEquals(all, document.events());
  }

  @Test
  void messages_areAsTheirSchemasSay() {
    List<String> faults = new ArrayList<>();
    for (String kind : document.events()) {
      JsonNode content = document.event(kind);
      JsonNode sent = told.getOrDefault(kind, content.path("example"));
      String fault =
          schemas.fault(content.path("schema"), sent)
              + schemas.fault(content.path("schema"), content.path("example"));
      if (!fault.isEmpty()) {
        faults.add(kind + ": " + fault);
      }
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void examples_areWhatIsSent() {
    ApiDocument renewed = ApiDocument.read();
    List<String> other = new ArrayList<>();
    told.forEach(
        (kind, message) -> {
          JsonNode content = renewed.event(kind);
          if (content instanceof ObjectNode known && !message.equals(known.get("example"))) {
            other.add(kind);
            known.set("example", message);
          }
        });
    assertEquals(
        List.of(),
        other,
        () -> "the document as it should be lies in " + renewed.renewed() + "; look, and take it");
  }
}
