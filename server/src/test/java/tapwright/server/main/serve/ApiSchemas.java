package tapwright.server.main.serve;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The schemas of the API's document, by which bodies are judged. */
final class ApiSchemas {

  private static final JsonSchemaOptions OPTIONS =
      new JsonSchemaOptions()
          .setBaseUri("https://cards.example.com")
          .setDraft(Draft.DRAFT202012)
          .setOutputFormat(OutputFormat.Basic);

  private static final Pattern REFERENCE = Pattern.compile("#/components/schemas/(\\w+)");

  private final JsonNode shared;

  ApiSchemas(ApiDocument document) {
    this.shared = document.at("/components/schemas");
  }

  /** What is wrong with a body by the schema; empty where nothing is. */
  String fault(JsonNode schema, JsonNode body) {
    if (!body.isObject()) {
      return "is no object: " + body;
    }
    JsonObject schemas = new JsonObject();
    collect(schema, schemas);
    JsonObject whole =
        new JsonObject(schema.toString())
            .put("components", new JsonObject().put("schemas", schemas));
    OutputUnit said =
        Validator.create(JsonSchema.of(whole), OPTIONS).validate(new JsonObject(body.toString()));
    return Boolean.TRUE.equals(said.getValid())
        ? ""
        : said.getErrors().stream()
            .map(unit -> unit.getInstanceLocation() + " " + unit.getError())
            .distinct()
            .collect(Collectors.joining("; "));
  }

  /** Those that it is made of; with all of the document each check would take a second. */
  private void collect(JsonNode schema, JsonObject into) {
    REFERENCE
        .matcher(schema.toString())
        .results()
        .map(found -> found.group(1))
        .filter(name -> !into.containsKey(name))
        .forEach(
            name -> {
              into.put(name, new JsonObject(shared.get(name).toString()));
              collect(shared.get(name), into);
            });
  }
}
