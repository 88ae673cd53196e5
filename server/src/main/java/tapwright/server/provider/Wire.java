package tapwright.server.provider;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a provider over HTTP, and waits neither long nor for much.
 *
 * @param client follows no redirects: where a provider is, its discovery alone says
 */
record Wire(HttpClient client, Limits limits) {

  private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

  /**
   * What a provider may take.
   *
   * @param time from the question to the end of the answer
   * @param bytes of an answer
   */
  record Limits(Duration time, long bytes) {

    /** A discovery document has some 5,000 bytes, a key set and a token rarely more. */
    static final Limits USUAL = new Limits(Duration.ofSeconds(8), 256L * 1024);
  }

  /** An answer of a provider. */
  record Said(int status, String text) {

    /** Says nothing of what it holds, which may be tokens. */
    @Override
    public String toString() {
      return "answer " + status;
    }
  }

  static HttpRequest.Builder to(URI place) {
    return HttpRequest.newBuilder(place).header("Accept", "application/json");
  }

  /** The answer; empty where there is none within the limits. */
  CompletableFuture<Optional<Said>> ask(HttpRequest.Builder request) {
    HttpRequest asked = request.timeout(limits.time()).build();
    CompletableFuture<HttpResponse<String>> sent =
        client.sendAsync(
            asked,
            HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofString(), limits.bytes()));
    return sent.copy()
        .orTimeout(limits.time().toMillis(), TimeUnit.MILLISECONDS)
        .thenApply(response -> Optional.of(new Said(response.statusCode(), response.body())))
        .exceptionally(failure -> nothing(asked.uri(), sent, failure));
  }

  private static Optional<Said> nothing(
      URI place, CompletableFuture<HttpResponse<String>> sent, Throwable failure) {
    // What is still on its way is waited for by nobody.
    sent.cancel(true);
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (!(cause instanceof IOException || cause instanceof TimeoutException)) {
      throw new CompletionException(cause);
    }
    LOG.warn(
        "identity provider at {} does not answer: {}",
        place.getHost(),
        cause.getClass().getSimpleName());
    return Optional.empty();
  }
}
