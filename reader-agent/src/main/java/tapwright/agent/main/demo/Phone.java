package tapwright.agent.main.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Somebody's phone, or a machine that behaves like none: it opens a link and follows nothing. */
final class Phone {

  private static final String PHONE_AGENT =
      "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0"
          + " Mobile Safari/537.36";
  private static final String PREVIEW_AGENT = "WhatsApp/2.25.8 A";

  private final HttpClient http;

  /**
   * @param http must not follow redirects
   */
  Phone(HttpClient http) {
    this.http = http;
  }

  /** A person opens the link. */
  int open(URI link) {
    return send(link, "GET", PHONE_AGENT);
  }

  /** A messenger looks at the link to show a preview. */
  int preview(URI link) {
    return send(link, "GET", PREVIEW_AGENT);
  }

  /** A machine asks only whether the link is alive. */
  int head(URI link) {
    return send(link, "HEAD", PHONE_AGENT);
  }

  private int send(URI link, String method, String agent) {
    HttpRequest request =
        HttpRequest.newBuilder(link)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .header("User-Agent", agent)
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new DemoFault("no answer to a tap: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFault("a tap was interrupted", e);
    }
  }
}
