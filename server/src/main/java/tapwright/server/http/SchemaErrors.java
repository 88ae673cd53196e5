package tapwright.server.http;

import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.validation.SchemaValidationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tapwright.server.app.FieldError;
import tapwright.server.app.Shown;

/** What the checker says about a body, field by field: where, what was seen, what is allowed. */
final class SchemaErrors {

  private static final int LIMIT = 20;

  /** Keywords whose errors only say that something below them is wrong (JSON Schema 2020-12). */
  private static final Set<String> ONLY_LEAD_ON =
      Set.of("properties", "items", "$ref", "allOf", "anyOf", "additionalProperties");

  private SchemaErrors() {}

  static List<FieldError> of(SchemaValidationException invalid, @Nullable Object body) {
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
    return !ONLY_LEAD_ON.contains(keyword)
        || all.stream().noneMatch(other -> isBelow(other, unit));
  }

  private static boolean isBelow(OutputUnit other, OutputUnit unit) {
    return other.getKeywordLocation().startsWith(unit.getKeywordLocation() + "/");
  }

  private static FieldError error(OutputUnit unit, @Nullable Object body) {
    String pointer = unit.getInstanceLocation().replaceFirst("^#", "");
    return new FieldError(0, pointer, seen(pointer, body), allowed(unit));
  }

  private static String seen(String pointer, @Nullable Object body) {
    Object value = pointer.isEmpty() ? body : JsonPointer.from(pointer).queryJson(body);
    return value instanceof JsonObject object
        ? "an object with " + String.join(", ", object.fieldNames())
        : Shown.of(String.valueOf(value));
  }

  private static String allowed(OutputUnit unit) {
    return String.valueOf(unit.getError());
  }
}
