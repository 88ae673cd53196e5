package tapwright.e2e;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code ./tapwright server} while it runs, and a client that keeps all that it is answered. */
final class ServerRun implements AutoCloseable {

  private static final long GRACE_SECONDS = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final List<String> answers = new ArrayList<>();
  private final Process process;
  private final URI url;
  private final JsonNode ready;

  private ServerRun(Process process, JsonNode ready) {
    this.process = process;
    this.ready = ready;
    this.url = URI.create(ready.get("url").asText());
  }

  /** Starts it with its state, and with what it says, in the folder. */
  static ServerRun start(Path home) {
    return start(home, Map.of());
  }

  /** The same with more in its environment. */
  static ServerRun start(Path home, Map<String, String> environment) {
    ProcessBuilder builder = CommandLineRun.prepared(home, "server", "--port", "0", "--json");
    builder.environment().putAll(environment);
    try {
      Process process = builder.redirectError(home.resolve("server.err").toFile()).start();
      String ready = process.inputReader().readLine();
      assertNotNull(ready, () -> said(home));
      return new ServerRun(process, json(ready));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String said(Path home) {
    try {
      return Files.readString(home.resolve("server.err"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return url;
  }

  /** What Prometheus reads, of a server that shows figures; kept with no other answer. */
  String figures() {
    URI place = URI.create(ready.get("metrics").asText());
    try {
      return client
          .send(HttpRequest.newBuilder(place).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while figures were read", e);
    }
  }

  /** Every status, header and body so far. */
  List<String> answers() {
    return List.copyOf(answers);
  }

  /** What a phone is answered that asks for the link. */
  HttpResponse<String> tap(String link) {
    return send(
        HttpRequest.newBuilder(URI.create(link))
            .header("User-Agent", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)"));
  }

  /** What the API answers to a request, without a body where it is empty. */
  HttpResponse<String> api(String token, String method, String path, String body) {
    return send(
        HttpRequest.newBuilder(url.resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "request-" + answers.size())
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      answers.add(response.statusCode() + " " + response.headers().map() + " " + response.body());
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while a request ran", e);
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }

  /** Asks it to end; it stores what it has taken first. */
  @Override
  public void close() {
    client.close();
    process.destroy();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the server still ran after " + GRACE_SECONDS + " seconds");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while the server ended", e);
    }
  }
}
