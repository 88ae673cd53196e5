package tapwright.server.main.serve;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tapwright.server.app.World;
import tapwright.server.app.duty.DoDuties;
import tapwright.server.main.installation.Installation;
import tapwright.server.record.access.Role;
import tapwright.server.store.RecordUrl;

/**
 * Sends a server the examples of its document, about things that exist, and keeps what it answers.
 */
final class ExampleTeller implements AutoCloseable {

  private static final RunningServer.Address PLACE =
      new RunningServer.Address(
          "127.0.0.1", 0, Optional.of(URI.create("https://cards.example.com")));

  final LocalServer server;
  final SampleValues samples = new SampleValues();
  final World.HandClock clock = new World.HandClock();
  private final ApiDocument document;
  private final DoDuties duties;
  private final Map<Role, String> tokens = new EnumMap<>(Role.class);
  private final Map<String, HttpResponse<String>> answers = new LinkedHashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int keys;

  ExampleTeller(Path folder, ApiDocument document) {
    this.document = document;
    clock.advance(Duration.ofDays(8));
    Installation on =
        LocalServer.installation(folder, RecordUrl.ofFile(folder.resolve("story.db")), clock);
    server = new LocalServer(on, PLACE, RunningServer.Conduct.BY_HAND);
    duties = RoundsBeside.duties(on, true).byClockMovedByHand();
    for (Role role : Role.values()) {
      tokens.put(role, server.token(role, "the " + role.name().toLowerCase(Locale.ROOT)));
    }
  }

  String token(Role role) {
    return tokens.getOrDefault(role, "");
  }

  /** From now on who asks in that role shows this. */
  void token(Role role, String secret) {
    tokens.put(role, secret);
  }

  /** Does what is due by now. */
  void doDuties() {
    duties.round().join();
  }

  /**
   * Sends the operation's example; the path's places are filled in the order in which they stand.
   */
  JsonNode tell(String operation, String... places) {
    return ask(operation, "", places);
  }

  /** The same with a query. */
  JsonNode ask(String operation, String query, String... places) {
    ApiDocument.Operation one = document.operation(operation);
    HttpResponse<String> answer = send(one, path(one, places) + query, headers(one));
    if (answer.statusCode() != one.status()) {
      wrong.add(operation + ": " + answer.statusCode() + " " + answer.body());
    }
    answers.put(operation, answer);
    return one.answer().isMissingNode() ? one.answer() : LocalServer.json(answer);
  }

  /** The same as somebody who shows something else than a token. */
  HttpResponse<String> tellWith(String operation, String... headers) {
    ApiDocument.Operation one = document.operation(operation);
    HttpResponse<String> answer = send(one, one.path(), List.of(headers));
    if (answer.statusCode() != one.status()) {
      wrong.add(operation + ": " + answer.statusCode() + " " + answer.body());
    }
    answers.put(operation, answer);
    return answer;
  }

  /** What the story needs besides; it is no example. */
  JsonNode besides(String method, String path, Role role, String body) {
    clock.advance(Duration.ofMinutes(1));
    HttpResponse<String> answer = server.send(method, path, token(role), body);
    if (answer.statusCode() >= 300) {
      wrong.add(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
    }
    return LocalServer.json(answer);
  }

  private HttpResponse<String> send(ApiDocument.Operation one, String path, List<String> headers) {
    clock.advance(Duration.ofMinutes(1));
    JsonNode example = one.body().path("example");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri(path))
            .method(
                one.method().toUpperCase(Locale.ROOT),
                one.body().isMissingNode()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(
                        samples.real(example.isTextual() ? example.asText() : example.toString())))
            .header("Idempotency-Key", "story-" + keys++);
    if (!one.body().isMissingNode()) {
      request.header("Content-Type", one.bodyType());
    }
    return server.send(
        headers.isEmpty() ? request : request.headers(headers.toArray(String[]::new)));
  }

  private List<String> headers(ApiDocument.Operation one) {
    JsonNode roles = one.model().path("x-roles");
    if (roles.isEmpty()) {
      return List.of();
    }
    Role role = Role.valueOf(roles.get(0).asText().toUpperCase(Locale.ROOT));
    return List.of("Authorization", "Bearer " + token(role));
  }

  private static String path(ApiDocument.Operation one, String... places) {
    String path = one.path();
    for (String place : places) {
      path = path.replaceFirst("\\{\\w+}", place);
    }
    return path;
  }

  /** What was answered, by operation. */
  Map<String, HttpResponse<String>> answers() {
    return Map.copyOf(answers);
  }

  /** Examples that were not taken. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  @Override
  public void close() {
    server.close();
  }
}
