package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
  private Map<String, HttpResponse<String>> problems = Map.of();

  @BeforeAll
  void tell() {
    problems = new ApiProblems(folder).said();
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
    return Objects.requireNonNull(teller.answers().get(operation.id()), operation.id());
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
    ApiDocument renewed = ApiDocument.read();
    List<String> other = new ArrayList<>();
    for (ApiDocument.Operation one : answeredInJson()) {
      JsonNode sampled = teller.samples.sampled(LocalServer.json(answer(one)));
      compare(renewed.operation(one.id()).answer(), sampled, one.id(), other);
    }
    problems.forEach(
        (name, answer) -> compare(renewed.problem(name), ApiProblems.sampled(answer), name, other));
    assertEquals(
        List.of(),
        other,
        () -> "the document as it should be lies in " + renewed.renewed() + "; look, and take it");
  }

  private static void compare(JsonNode content, JsonNode said, String name, List<String> other) {
    if (!said.equals(content.path("example"))) {
      other.add(name);
      ((ObjectNode) content).set("example", said);
    }
  }

  @Test
  void problems_areOfTheirStatusAndSchema() {
    assertEquals(document.problems(), Set.copyOf(problems.keySet()));
    List<String> faults = new ArrayList<>();
    problems.forEach(
        (name, answer) -> {
          JsonNode problem = LocalServer.json(answer);
          JsonNode schema = document.problem(name).path("schema");
          note(faults, name, schemas.fault(schema, problem));
          assertEquals(answer.statusCode(), problem.get("status").asInt(), name);
          assertEquals(
              "application/problem+json",
              answer.headers().firstValue("Content-Type").orElse(""),
              name);
        });
    assertEquals(List.of(), faults);
  }

  /** Whether an answer has the headers that the document names, and they are as it says. */
  @Test
  void headers_areAsTheDocumentSays() {
    List<String> faults = new ArrayList<>();
    for (ApiDocument.Operation one : told()) {
      JsonNode named = one.model().path("responses").path(Integer.toString(one.status()));
      headersOf(named, answer(one), one.id(), faults);
    }
    for (String name : List.of("TooMany", "NotFound", "Unknown")) {
      headersOf(document.at("/components/responses/" + name), said(name), name, faults);
    }
    assertEquals(List.of(), faults);
  }

  private HttpResponse<String> said(String name) {
    return Objects.requireNonNull(problems.get(name), name);
  }

  private void headersOf(
      JsonNode response, HttpResponse<String> answer, String name, List<String> faults) {
    for (String header : List.of("RateLimit-Policy", "RateLimit", "Retry-After")) {
      String sent = answer.headers().firstValue(header).orElse("");
      String pattern = document.at("/components/headers/" + header + "/schema/pattern").asText();
      if (response.path("headers").has(header) == sent.isEmpty()) {
        faults.add(name + " says otherwise of " + header);
      } else if (!sent.isEmpty() && !sent.matches(pattern)) {
        faults.add(name + " has " + header + " " + sent);
      }
    }
  }

  /** Errors are told in one way everywhere, and a limit wherever one is. */
  @Test
  void errors_areThoseThatAllShare() {
    List<String> faults = new ArrayList<>();
    for (ApiDocument.Operation one : told()) {
      one.model()
          .get("responses")
          .properties()
          .forEach(
              response -> {
                if (!response.getKey().startsWith("2") && !response.getValue().has("$ref")) {
                  faults.add(one.id() + " " + response.getKey());
                }
              });
      if (one.path().startsWith("/api/") && !one.model().path("responses").has("429")) {
        faults.add(one.id() + " has no 429");
      }
    }
    assertEquals(List.of(), faults);
  }
}
