package tapwright.server.main.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares an answer with what a step expects of it, and keeps what later steps ask for. */
final class AnswerCheck {

  private static final int FIRST_THAT_IS_NO_SUCCESS = 300;
  private static final String ABSENT = "absent";

  private final Kept kept;

  AnswerCheck(Kept kept) {
    this.kept = kept;
  }

  /** What is otherwise; empty where nothing is. What was compared is added to what was seen. */
  Optional<String> check(Step.Answer wanted, HttpResponse<String> answer, List<String> saw) {
    boolean status =
        wanted
            .status()
            .map(code -> code == answer.statusCode())
            .orElse(answer.statusCode() < FIRST_THAT_IS_NO_SUCCESS);
    if (!status) {
      return Optional.of(
          "the status should be "
              + wanted.status().map(String::valueOf).orElse("below 300")
              + " and is "
              + answer.statusCode()
              + Words.problem(answer.body()));
    }
    JsonNode body = Words.json(answer.body());
    for (Map.Entry<String, String> one : new TreeMap<>(wanted.expected()).entrySet()) {
      String value = kept.into(one.getValue());
      String seen = text(body.at(one.getKey()));
      saw.add(one.getKey() + " is " + seen);
      if (!seen.equals(value)) {
        return Optional.of(Words.instead(one.getKey(), value, seen));
      }
    }
    return keep(wanted, body);
  }

  private Optional<String> keep(Step.Answer wanted, JsonNode body) {
    for (Map.Entry<String, String> one : wanted.kept().entrySet()) {
      JsonNode value = body.at(one.getValue());
      if (value.isMissingNode()) {
        return Optional.of("nothing is at " + one.getValue() + ", to be kept as " + one.getKey());
      }
      kept.keep(one.getKey(), text(value));
    }
    return Optional.empty();
  }

  private static String text(JsonNode node) {
    if (node.isMissingNode()) {
      return ABSENT;
    }
    return node.isValueNode() ? node.asText() : node.toString();
  }
}
