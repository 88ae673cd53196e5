package tapwright.server.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document that requests are checked against, and that clients are given. */
final class Contract {

  /** The operations whose bodies are no JSON, which the checker does not know. */
  static final Set<String> CSV_PATHS =
      Set.of("/api/v1/orders.csv", "/api/v1/cards/adopt.csv", "/api/v1/carrier-scans.csv");

  /** What operations have in common of their answers. */
  private static final Set<String> ANSWERS = Set.of("responses", "headers");

  private static final String RESOURCE = "openapi.json";

  private Contract() {}

  /** The document as it is published. */
  static String text() {
    try (InputStream resource =
        Objects.requireNonNull(Contract.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The document as the checker can read it: without the tables, which it would take for JSON,
   * without the idempotency key, which it would decode as if it stood in an address, and without
   * answers and messages to shops, which it has no part in and whose media types it may not know.
   */
  static Future<OpenAPIContract> load(Vertx vertx) {
    JsonObject document = new JsonObject(text());
    JsonObject paths = document.getJsonObject("paths");
    CSV_PATHS.forEach(
        path -> paths.getJsonObject(path).getJsonObject("post").remove("requestBody"));
    ANSWERS.forEach(document.getJsonObject("components")::remove);
    document.remove("webhooks");
    for (String path : paths.fieldNames()) {
      withoutAnswers(paths.getJsonObject(path));
      JsonObject post = paths.getJsonObject(path).getJsonObject("post");
      if (post != null) {
        withoutIdempotencyKey(post.getJsonArray("parameters"));
      }
    }
    return OpenAPIContract.from(vertx, document);
  }

  private static void withoutAnswers(JsonObject path) {
    for (String method : path.fieldNames()) {
      path.getJsonObject(method).put("responses", anyAnswer());
    }
  }

  /** An operation without any is none to the checker, which writes into what it reads. */
  private static JsonObject anyAnswer() {
    return JsonObject.of("default", JsonObject.of("description", "see the document"));
  }

  private static void withoutIdempotencyKey(@Nullable JsonArray parameters) {
    if (parameters == null) {
      return;
    }
    for (int i = parameters.size() - 1; i >= 0; i--) {
      if (Request.IDEMPOTENCY_KEY.equals(parameters.getJsonObject(i).getString("name"))) {
        parameters.remove(i);
      }
    }
  }
}
