package tapwright.server.main.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Locale;
import java.util.Optional;
import tapwright.server.record.access.Role;

/** What is said of answers. */
final class Words {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Words() {}

  static String of(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  /** The body as JSON; nothing where it is none. */
  static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  static String instead(String what, Object wanted, Object seen) {
    return what + " should be " + wanted + " and is " + seen;
  }

  static Optional<String> differs(String what, String wanted, String seen) {
    return wanted.equals(seen) ? Optional.empty() : Optional.of(what + " differs from the first");
  }

  /** What an answer of problem+json says; empty where it is none. */
  static String problem(String body) {
    JsonNode problem = json(body);
    String code = problem.path("code").asText();
    return code.isEmpty() ? "" : ": " + code + ", " + problem.path("detail").asText();
  }
}
