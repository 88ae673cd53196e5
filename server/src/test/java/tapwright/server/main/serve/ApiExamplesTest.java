package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples of the API's document: a server takes those of requests, and answers those of
 * answers, but for what it draws by chance.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiExamplesTest {

  private final ApiDocument document = ApiDocument.read();
  private final ApiSchemas schemas = new ApiSchemas(document);

  @TempDir private static Path folder;
  private ExampleTeller teller;

  @BeforeAll
  void tell() {
    teller = new ExampleTeller(folder, document);
    try {
      new ApiStory(teller).tell();
    } catch (RuntimeException e) {
      throw new AssertionError(teller.wrong().toString(), e);
    }
  }

  @AfterAll
  void stop() {
    teller.close();
  }

  private List<ApiDocument.Operation> told() {
    return document.operations().stream().filter(ApiDocument.Operation::isOfPrograms).toList();
  }

  private List<ApiDocument.Operation> answeredInJson() {
    return told().stream().filter(one -> !one.answer().isMissingNode()).toList();
  }

  private HttpResponse<String> answer(ApiDocument.Operation operation) {
    return teller.answers().get(operation.id());
  }

  @Test
  void document_isWrittenAsItIsRead() {
    assertEquals(ApiDocument.source(), document.text());
  }

  @Test
  void examplesOfRequests_areThereAndTaken() {
    List<String> missing = new ArrayList<>();
    for (ApiDocument.Operation one : told()) {
      if (!one.body().isMissingNode() && !one.body().has("example")) {
        missing.add(one.id() + " has no example");
      }
      if (!teller.answers().containsKey(one.id())) {
        missing.add(one.id() + " is not in the story");
      }
    }
    assertEquals(List.of(), missing);
    assertEquals(List.of(), teller.wrong());
  }

  @Test
  void examplesAndAnswers_areAsTheirSchemasSay() {
    List<String> faults = new ArrayList<>();
    for (ApiDocument.Operation one : answeredInJson()) {
      JsonNode schema = one.answer().path("schema");
      note(faults, one.id() + " answers", schemas.fault(schema, LocalServer.json(answer(one))));
      note(faults, one.id() + " shows", schemas.fault(schema, one.answer().path("example")));
    }
    for (ApiDocument.Operation one : told()) {
      JsonNode example = one.body().path("example");
      if (example.isObject()) {
        note(faults, one.id() + " wants", schemas.fault(one.body().path("schema"), example));
      }
    }
    assertEquals("", String.join("\n", faults));
  }

  private static void note(List<String> faults, String where, String fault) {
    if (!fault.isEmpty()) {
      faults.add(where + ": " + fault);
    }
  }

  @Test
  void examplesOfAnswers_areWhatTheServerAnswers() {
    List<String> other = new ArrayList<>();
    ApiDocument renewed = ApiDocument.read();
    for (ApiDocument.Operation one : answeredInJson()) {
      JsonNode sampled = teller.samples.sampled(LocalServer.json(answer(one)));
      if (!sampled.equals(one.answer().path("example"))) {
        other.add(one.id());
        ((ObjectNode) renewed.operation(one.id()).answer()).set("example", sampled);
      }
    }
    assertEquals(
        List.of(),
        other,
        () -> "the document as it should be lies in " + renewed.renewed() + "; look, and take it");
  }
}
