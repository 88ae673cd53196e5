package tapwright.server.main.serve;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.util.stream.Collectors;

/** The schemas of the API's document, by which bodies are judged. */
final class ApiSchemas {

  private static final JsonSchemaOptions OPTIONS =
      new JsonSchemaOptions()
          .setBaseUri("https://cards.example.com")
          .setDraft(Draft.DRAFT202012)
          .setOutputFormat(OutputFormat.Basic);

  private final JsonObject shared;

  ApiSchemas(ApiDocument document) {
    JsonNode schemas = document.at("/components/schemas");
    shared = new JsonObject().put("schemas", new JsonObject(schemas.toString()));
  }

  /** What is wrong with a body by the schema; empty where nothing is. */
  String fault(JsonNode schema, JsonNode body) {
    JsonObject whole = new JsonObject(schema.toString()).put("components", shared.copy());
    Object value =
        body.isObject() ? new JsonObject(body.toString()) : new JsonObject().put("no", "object");
    OutputUnit said = Validator.create(JsonSchema.of(whole), OPTIONS).validate(value);
    return Boolean.TRUE.equals(said.getValid())
        ? ""
        : said.getErrors().stream()
            .map(unit -> unit.getInstanceLocation() + " " + unit.getError())
            .distinct()
            .collect(Collectors.joining("; "));
  }
}
