package tapwright.server.main.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares an answer with what a step expects of it, and keeps what later steps ask for. */
final class AnswerCheck {

  private static final int FIRST_THAT_IS_NO_SUCCESS = 300;

  private final Kept kept;

  AnswerCheck(Kept kept) {
    this.kept = kept;
  }

  /** What is otherwise; empty where nothing is. What was compared is added to what was seen. */
  Optional<String> check(Step.Answer wanted, HttpResponse<String> answer, List<String> saw) {
    Optional<String> status = status(wanted, answer);
    if (status.isPresent()) {
      return status;
    }
    JsonNode body = Words.json(answer.body());
    for (Map.Entry<Place, String> one : wanted.expected().entrySet()) {
      String value = kept.into(one.getValue());
      String seen = one.getKey().in(body);
      if (!same(value, seen)) {
        return Optional.of(Words.instead(one.getKey().pointer(), value, seen));
      }
      saw.add(one.getKey().said() + " is " + value);
    }
    return keep(wanted, body);
  }

  private static Optional<String> status(Step.Answer wanted, HttpResponse<String> answer) {
    int seen = answer.statusCode();
    boolean same =
        wanted.status().map(code -> code == seen).orElse(seen < FIRST_THAT_IS_NO_SUCCESS);
    String allowed = wanted.status().map(String::valueOf).orElse("below 300");
    return same
        ? Optional.empty()
        : Optional.of(Words.instead("the status", allowed, seen) + Words.problem(answer.body()));
  }

  /** Instants are the same whatever the offset in which they are written. */
  private static boolean same(String wanted, String seen) {
    if (wanted.equals(seen)) {
      return true;
    }
    Optional<Instant> instant = instant(wanted);
    return instant.isPresent() && instant.equals(instant(seen));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<String> keep(Step.Answer wanted, JsonNode body) {
    for (Map.Entry<String, Place> one : wanted.kept().entrySet()) {
      String value = one.getValue().in(body);
      if (value.equals(Place.ABSENT)) {
        return Optional.of(
            "nothing is at " + one.getValue().pointer() + ", to be kept as " + one.getKey());
      }
      kept.keep(one.getKey(), value);
    }
    return Optional.empty();
  }
}
