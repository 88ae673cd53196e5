package tapwright.server.main.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tapwright.core.policy.library.Packs;
import tapwright.server.main.installation.ServerFault;
import tapwright.server.main.serve.StagedServer;
import tapwright.server.record.access.Role;
import tapwright.server.store.RecordUrl;

/** Where a story is played: a fresh server, a clock that is moved by hand, and all who act. */
final class Stage implements AutoCloseable {

  /** Between two things that happen, so that none of them is at the instant of another. */
  private static final Duration BETWEEN = Duration.ofSeconds(10);

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HandClock clock;
  private final StagedServer server;
  private final Kept kept;
  private final Phone phone;
  private final Desk desk;
  private final Map<Role, String> tokens = new EnumMap<>(Role.class);
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private int keys;

  private Stage(HandClock clock, StagedServer server) {
    this.clock = clock;
    this.server = server;
    this.kept = new Kept(clock);
    this.phone = new Phone(server.url());
    this.desk = new Desk(phone);
  }

  /** Sets it up on an empty record, with what is not on record in the folder. */
  static Stage open(Scenario scenario, Path folder, RecordUrl record, Packs packs) {
    HandClock clock = new HandClock(scenario.begins());
    Stage stage = new Stage(clock, StagedServer.start(folder, record, packs, clock));
    stage.kept.keep("policy", scenario.policy());
    stage.kept.keep("server", stage.server.url().toString());
    return stage;
  }

  HandClock clock() {
    return clock;
  }

  Kept kept() {
    return kept;
  }

  Phone phone() {
    return phone;
  }

  Desk desk() {
    return desk;
  }

  /** Lets a moment pass. */
  void pass() {
    clock.pass(BETWEEN);
  }

  /** Lets time pass, after which everybody shows a new token: the old ones may have expired. */
  void pass(Duration time) {
    clock.pass(time);
    tokens.clear();
    next();
  }

  /** The same, up to the instant. */
  void passUntil(Instant instant) {
    clock.passUntil(instant);
    tokens.clear();
    next();
  }

  /** Lets a moment pass, and has done what is due by then. */
  void next() {
    pass();
    server.doDuties();
  }

  /** A new key of idempotency, for one thing that somebody wants. */
  String newKey() {
    keys++;
    return "story-" + keys;
  }

  /** A request of somebody; the body is empty where there is none. */
  HttpRequest request(Step.Request what, Optional<Role> as, String key) {
    String body = kept.into(what.body());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(kept.into(what.path())))
            .timeout(PATIENCE)
            .method(
                what.method(),
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", what.type());
    }
    if (!what.method().equals("GET")) {
      request.header("Idempotency-Key", key);
    }
    as.ifPresent(role -> request.header("Authorization", "Bearer " + token(role)));
    return request.build();
  }

  private URI uri(String path) {
    return URI.create(server.url() + path.replace(" ", "%20"));
  }

  private String token(Role role) {
    return tokens.computeIfAbsent(role, server::token);
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new ServerFault("the server of the story does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerFault("the story was interrupted", e);
    }
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
