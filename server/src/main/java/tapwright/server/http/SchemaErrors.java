package tapwright.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.validation.SchemaValidationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tapwright.server.app.FieldError;
import tapwright.server.app.Shown;

/** What the checker says about a body, field by field: where, what was seen, what is allowed. */
final class SchemaErrors {

  private static final int LIMIT = 20;

  /** The body as a whole, in place of a pointer into it. */
  static final String BODY = "body";

  /** Keywords whose errors only say that something below them is wrong (JSON Schema 2020-12). */
  private static final Set<String> ONLY_LEAD_ON =
      Set.of("properties", "items", "$ref", "allOf", "anyOf");

  /** A keyword that is said of each field in which something is wrong, besides of unknown ones. */
  private static final String ADDITIONAL = "additionalProperties";

  /** As the checker says it of what is not in the body. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "The value of \\w+ parameter (\\S+) is invalid\\. Reason: (.*)", Pattern.DOTALL);

  /** A field that holds a key, also where its name is misspelt. */
  private static final Pattern SECRET = Pattern.compile("(?i).*/[^/]*key[^/]*");

  private SchemaErrors() {}

  static List<FieldError> of(SchemaValidationException invalid, RoutingContext context) {
    Matcher parameter = PARAMETER.matcher(String.valueOf(invalid.getMessage()));
    return parameter.matches()
        ? List.of(parameter(context, parameter.group(1), parameter.group(2)))
        : inBody(invalid, context.body().asString());
  }

  /** What is wrong with a body that is no JSON; empty where it is some. */
  static List<FieldError> undecodable(RoutingContext context) {
    String body = context.body() == null ? null : context.body().asString();
    try {
      Object _ = Json.read(body == null ? "" : body, Object.class);
      return List.of();
    } catch (Unreadable unreadable) {
      return List.of(unreadable.error());
    }
  }

  private static List<FieldError> inBody(SchemaValidationException invalid, String body) {
    try {
      return of(invalid, Json.read(body, Object.class));
    } catch (Unreadable unreadable) {
      return List.of(unreadable.error());
    }
  }

  private static FieldError parameter(RoutingContext context, String name, String reason) {
    String value = context.request().getParam(name);
    String seen = value == null ? context.request().getHeader(name) : value;
    return new FieldError(
        0, name, seen == null ? "nothing" : Shown.of(seen), SchemaWords.allowed(name, reason));
  }

  private static List<FieldError> of(SchemaValidationException invalid, Object body) {
    List<FieldError> errors = new ArrayList<>();
    OutputUnit output = invalid.getOutputUnit();
    if (output != null && output.getErrors() != null) {
      for (OutputUnit unit : output.getErrors()) {
        if (errors.size() < LIMIT && saysWhatIsWrong(unit, output.getErrors())) {
          errors.add(error(unit, body));
        }
      }
    }
    return errors;
  }

  private static boolean saysWhatIsWrong(OutputUnit unit, List<OutputUnit> all) {
    String location = unit.getKeywordLocation();
    String keyword = location.substring(location.lastIndexOf('/') + 1);
    if (keyword.equals(ADDITIONAL)) {
      return all.stream().noneMatch(other -> !other.equals(unit) && isOfSameOrPart(other, unit));
    }
    return !ONLY_LEAD_ON.contains(keyword) || all.stream().noneMatch(other -> isBelow(other, unit));
  }

  private static boolean isBelow(OutputUnit other, OutputUnit unit) {
    return other.getKeywordLocation().startsWith(unit.getKeywordLocation() + "/");
  }

  private static boolean isOfSameOrPart(OutputUnit other, OutputUnit unit) {
    return (other.getInstanceLocation() + "/").startsWith(unit.getInstanceLocation() + "/");
  }

  private static FieldError error(OutputUnit unit, Object body) {
    String pointer = unit.getInstanceLocation().replaceFirst("^#", "");
    String error = String.valueOf(unit.getError());
    String missing = SchemaWords.missing(error);
    return missing.isEmpty()
        ? new FieldError(
            0,
            pointer.isEmpty() ? BODY : pointer,
            seen(pointer, body),
            SchemaWords.allowed(pointer, error))
        : new FieldError(0, pointer + "/" + missing, "nothing", "a value, it must be there");
  }

  private static String seen(String pointer, Object body) {
    if (SECRET.matcher(pointer).matches()) {
      return "a value that is not shown";
    }
    JsonNode value = Json.tree(body).at(pointer);
    return value.isObject()
        ? "an object with " + names(value)
        : Shown.of(value.isMissingNode() ? "nothing" : value.toString());
  }

  private static String names(JsonNode object) {
    return object.isEmpty()
        ? "no fields"
        : Shown.of(String.join(", ", (Iterable<String>) object::fieldNames));
  }
}
