package tapwright.agent.station.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tapwright.core.wire.EnrolReply;
import tapwright.core.wire.EnrolRequest;
import tapwright.core.wire.WireVersion;

/** Where a station that has no token yet exchanges its code for one. */
public final class StationEntrance {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private static final int CREATED = 201;

  private final HttpClient http;
  private final ServerAddress server;

  public StationEntrance(HttpClient http, ServerAddress server) {
    this.http = http;
    this.server = server;
  }

  /** The token for the code; a code whose answer is lost is used up all the same. */
  public ServerReply<EnrolReply> enter(String code) {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(WireVersion.ENROLMENTS_PATH))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(new EnrolRequest(code))))
            .build();
    try {
      return reply(http.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      return new ServerReply.Away<>("the server cannot be reached or does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ServerReply.Away<>("the command is told to stop");
    }
  }

  private static ServerReply<EnrolReply> reply(HttpResponse<String> response) {
    int status = response.statusCode();
    if (status >= 400 && status < 500) {
      return new ServerReply.Rejected<>(status, ServerProblem.wordsOf(response.body()));
    }
    if (status != CREATED) {
      return new ServerReply.Away<>("the server answers with status " + status);
    }
    try {
      return new ServerReply.Answer<>(Json.read(response.body(), EnrolReply.class));
    } catch (JsonProcessingException e) {
      return new ServerReply.Away<>("the server's answer is not of the contract");
    }
  }
}
