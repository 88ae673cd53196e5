package tapwright.server.http;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What may stand in a field, in words for people: the checker's own sentences speak of instances
 * and subschemas.
 */
final class SchemaWords {

  /** As vertx-json-schema says it. */
  private static final Pattern MISSING =
      Pattern.compile("Instance does not have required property \"(.*)\"", Pattern.DOTALL);

  private static final Pattern TYPE = Pattern.compile("Instance type .* Expected (.*)");
  private static final Pattern ONE_OF = Pattern.compile("Instance does not match any of \\[(.*)]");
  private static final Pattern LIMIT =
      Pattern.compile(
          "(.*?)(too short|too few|too long|too many|is less than|is greater than)\\b.*");
  private static final Pattern LAST_NUMBER = Pattern.compile(".*?(-?[0-9]+)(?:\\.0+)?\\D*");
  private static final Pattern FORMAT =
      Pattern.compile("String does not match format \"(.*)\"", Pattern.DOTALL);

  private static final Map<String, String> TYPES =
      Map.of(
          "string", "a text",
          "integer", "a whole number",
          "number", "a number",
          "boolean", "true or false",
          "object", "an object",
          "array", "a list",
          "null", "null");

  /** Of each field whose form is a pattern in the document, by its name. */
  private static final Map<String, String> FORMS =
      Map.of(
          "cardId", "an id of 13 digits and letters without I, L, O and U",
          "claimId", "an id of 13 digits and letters without I, L, O and U",
          "jobId", "an id of 13 digits and letters without I, L, O and U",
          "price", "an amount and its currency, as in 19.90 EUR",
          "eventId", "1 to 64 letters, digits and hyphens",
          "amount", "an amount and its currency, as in 19.90 EUR",
          "uid", "4, 7 or 10 bytes in hexadecimal digits, in capitals",
          "message", "bytes in hexadecimal digits, in capitals",
          "Idempotency-Key", "characters of ASCII that show");

  private static final String OTHERWISE = "what /openapi.json says of this field";

  private SchemaWords() {}

  /** The property that is missing; empty where the error is another one. */
  static String missing(String error) {
    Matcher missing = MISSING.matcher(error);
    return missing.matches() ? missing.group(1) : "";
  }

  /** What is allowed in the field, where the checker says this of it. */
  static String allowed(String field, String error) {
    if (error.endsWith("does not match additional properties schema")) {
      return "no field of this name";
    }
    if (error.equals("String does not match pattern")) {
      return FORMS.getOrDefault(field.substring(field.lastIndexOf('/') + 1), OTHERWISE);
    }
    Matcher type = TYPE.matcher(error);
    if (type.matches()) {
      return Arrays.stream(type.group(1).split(",\\s*"))
          .map(name -> TYPES.getOrDefault(name, name))
          .collect(Collectors.joining(" or "));
    }
    Matcher oneOf = ONE_OF.matcher(error);
    if (oneOf.matches()) {
      return "one of " + oneOf.group(1).replace("\"", "").replace(",", ", ");
    }
    Matcher format = FORMAT.matcher(error);
    if (format.matches()) {
      return format.group(1).equals("date-time")
          ? "a date and time with its offset (RFC 3339), as in 2026-03-02T08:00:00Z"
          : "a " + format.group(1);
    }
    return limit(error);
  }

  private static String limit(String error) {
    Matcher limit = LIMIT.matcher(error);
    Matcher number = LAST_NUMBER.matcher(error.substring(error.lastIndexOf(' ') + 1));
    if (!limit.matches() || !number.matches() || error.contains("or equal to")) {
      return OTHERWISE;
    }
    String bound = number.group(1);
    return switch (limit.group(2)) {
      case "too short" -> "a text of " + bound + " characters or more";
      case "too long" -> "a text of up to " + bound + " characters";
      case "too few" -> "a list of " + bound + " or more";
      case "too many" -> "a list of up to " + bound;
      case "is less than" -> bound + " or more";
      default -> "up to " + bound;
    };
  }
}
