package tapwright.server.main.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What stands in examples for what a server draws by chance: each value that has a name has one
 * sample everywhere, and others are numbered within their example.
 */
final class SampleValues {

  private static final Pattern ID =
      Pattern.compile("(?<![0-9A-Za-z])[0-9A-HJKMNP-TV-Z]{13}(?![0-9A-Za-z])");
  private static final Pattern SLUG =
      Pattern.compile("(?<![0-9A-Za-z-])[0-9A-HJKMNP-TV-Z]{10}(?![0-9A-Za-z-])");
  private static final Pattern HASH =
      Pattern.compile("(?<![0-9A-Fa-f])[0-9A-Fa-f]{64}(?![0-9A-Fa-f])");

  /** Drawn anew each time, and known by where they stand. */
  private static final Map<String, String> BY_FIELD =
      Map.of(
          "next", "MTc3MjQzODQwMDAwMDAwMCAwMDAwMDAwMDAwMDAx",
          "csrfToken", "c2FtcGxlIG9mIGEgbWFyaywgbm90IG9mIGFueSBzZXNzaW9u",
          "secret", "whsec_c2FtcGxlIG9mIGEgc2VjcmV0LCBvZiBubyBzaG9wLg==",
          "requestId", "000000000000R");

  private final Map<String, String> samples = new LinkedHashMap<>();

  /** Lets the sample stand for the value. */
  String name(String value, String sample) {
    if (value.isEmpty()) {
      throw new AssertionError("nothing that " + sample + " could stand for");
    }
    samples.put(value, sample);
    return value;
  }

  /** An example with the values that its samples stand for. */
  String real(String example) {
    String text = example;
    for (Map.Entry<String, String> one : samples.entrySet()) {
      text = text.replace(one.getValue(), one.getKey());
    }
    return text;
  }

  /** An answer as an example. */
  JsonNode sampled(JsonNode answer) {
    return new Numbering().of("", answer);
  }

  /** One example's own numbers. */
  private final class Numbering {
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, String> slugs = new LinkedHashMap<>();

    JsonNode of(String field, JsonNode node) {
      return switch (node) {
        case ObjectNode object -> of(object);
        case ArrayNode array -> {
          ArrayNode all = JsonNodeFactory.instance.arrayNode();
          array.forEach(one -> all.add(of(field, one)));
          yield all;
        }
        case TextNode text -> TextNode.valueOf(of(field, text.asText()));
        default -> node;
      };
    }

    private JsonNode of(ObjectNode object) {
      ObjectNode all = JsonNodeFactory.instance.objectNode();
      object
          .properties()
          .forEach(
              one -> {
                String field = of("", one.getKey());
                all.set(field, of(field, one.getValue()));
              });
      return all;
    }

    private String of(String field, String text) {
      String sample = BY_FIELD.get(field);
      if (sample != null) {
        return sample;
      }
      String said = text;
      for (Map.Entry<String, String> one : samples.entrySet()) {
        said = said.replace(one.getKey(), one.getValue());
      }
      said = ID.matcher(said).replaceAll(this::id);
      said = SLUG.matcher(said).replaceAll(this::slug);
      return HASH.matcher(said).replaceAll("0123456789ABCDEF".repeat(4));
    }

    private String id(MatchResult found) {
      return samples.containsValue(found.group())
          ? found.group()
          : ids.computeIfAbsent(found.group(), ignored -> "00000000000A%d".formatted(ids.size()));
    }

    private String slug(MatchResult found) {
      return samples.containsValue(found.group())
          ? found.group()
          : slugs.computeIfAbsent(found.group(), ignored -> "SAMP0000%02d".formatted(slugs.size()));
    }
  }
}
