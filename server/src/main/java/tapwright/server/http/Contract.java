package tapwright.server.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The OpenAPI document that requests are checked against, and that clients are given. */
final class Contract {

  /** The one operation whose body is no JSON, which the checker does not know. */
  static final String CSV_PATH = "/api/v1/orders.csv";

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

  /** The document as the checker can read it: without the table, which it would take for JSON. */
  static Future<OpenAPIContract> load(Vertx vertx) {
    JsonObject document = new JsonObject(text());
    document
        .getJsonObject("paths")
        .getJsonObject(CSV_PATH)
        .getJsonObject("post")
        .remove("requestBody");
    return OpenAPIContract.from(vertx, document);
  }
}
