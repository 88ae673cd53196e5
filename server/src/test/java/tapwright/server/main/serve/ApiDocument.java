package tapwright.server.main.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tapwright.house.RefusalPage;

/** The API's document as it lies in the sources, and as it is written there. */
final class ApiDocument {

  static final String JSON = "application/json";

  private static final Path FILE =
      RefusalPage.projectFolder()
          .resolve("server/src/main/resources/tapwright/server/http/openapi.json");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode root;

  private ApiDocument(ObjectNode root) {
    this.root = root;
  }

  static ApiDocument read() {
    try {
      return new ApiDocument((ObjectNode) MAPPER.readTree(source()));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** The text in the sources. */
  static String source() {
    try {
      return Files.readString(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One operation.
   *
   * @param model what the document says of it, as it stands in the document
   */
  record Operation(String id, String method, String path, ObjectNode model) {

    boolean isOfPrograms() {
      return path.startsWith("/api/") || path.startsWith("/station/");
    }

    /** The status of success. */
    int status() {
      for (Map.Entry<String, JsonNode> response : model.get("responses").properties()) {
        if (response.getKey().startsWith("2")) {
          return Integer.parseInt(response.getKey());
        }
      }
      throw new AssertionError(id + " has no answer of success");
    }

    /** What the document says of the answer's body; missing where it is no JSON. */
    JsonNode answer() {
      return model.path("responses").path(Integer.toString(status())).path("content").path(JSON);
    }

    /** What the document says of the request's body; missing where there is none. */
    JsonNode body() {
      JsonNode content = model.path("requestBody").path("content");
      return content.isEmpty() ? content : content.elements().next();
    }

    /** As which type that is sent. */
    String bodyType() {
      return model.path("requestBody").path("content").fieldNames().next();
    }
  }

  List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : root.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> one : path.getValue().properties()) {
        ObjectNode model = (ObjectNode) one.getValue();
        all.add(
            new Operation(model.get("operationId").asText(), one.getKey(), path.getKey(), model));
      }
    }
    return all;
  }

  Operation operation(String id) {
    return operations().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no operation " + id));
  }

  /** What the document says of the body of a shared error. */
  JsonNode problem(String name) {
    return root.path("components")
        .path("responses")
        .path(name)
        .path("content")
        .path("application/problem+json");
  }

  /** The names of the shared errors. */
  Set<String> problems() {
    Set<String> names = new TreeSet<>();
    root.path("components").path("responses").fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** What the document says of the body of a message to shops. */
  JsonNode event(String kind) {
    return root.path("webhooks")
        .path(kind)
        .path("post")
        .path("requestBody")
        .path("content")
        .path(JSON);
  }

  /** The kinds of messages to shops. */
  Set<String> events() {
    Set<String> kinds = new TreeSet<>();
    root.path("webhooks").fieldNames().forEachRemaining(kinds::add);
    return kinds;
  }

  JsonNode at(String pointer) {
    return root.at(pointer);
  }

  /** As the sources have it: two spaces, a member a line, nothing escaped that need not be. */
  String text() {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(indent)
            .withArrayIndenter(indent);
    try {
      return MAPPER.writer(printer).writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** Lays the document as it should be where it can be compared and taken over; answers where. */
  Path renewed() {
    Path file = RefusalPage.projectFolder().resolve("server/target/openapi.json");
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
