package tapwright.agent.station.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import tapwright.agent.station.StationFault;
import tapwright.core.tag.Uid;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.EventsReply;
import tapwright.core.wire.EventsRequest;
import tapwright.core.wire.InspectionReply;
import tapwright.core.wire.InspectionRequest;
import tapwright.core.wire.LeaseReply;
import tapwright.core.wire.LeaseRequest;
import tapwright.core.wire.ReturnReply;
import tapwright.core.wire.ReturnRequest;
import tapwright.core.wire.RewriteReply;
import tapwright.core.wire.RewriteRequest;
import tapwright.core.wire.StationEvent;
import tapwright.core.wire.UidReply;
import tapwright.core.wire.UidRequest;
import tapwright.core.wire.WireVersion;

/** The station's side of the contract with the server. */
public final class StationClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** A card lies on a reader, and somebody waits, while its chip is asked after. */
  private static final Duration ASK_TIMEOUT = Duration.ofSeconds(3);

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  /** Client errors that pass (RFC 9110, section 15.5.9; RFC 6585, section 4). */
  private static final Set<Integer> PASSING = Set.of(408, 429);

  private final HttpClient http;
  private final ServerAddress server;
  private final StationToken token;

  public StationClient(HttpClient http, ServerAddress server, StationToken token) {
    this.http = http;
    this.server = server;
    this.token = token;
  }

  public ServerAddress server() {
    return server;
  }

  public ServerReply<LeaseReply> lease(int max) {
    ServerReply<LeaseReply> reply = leaseByNewestWay(max);
    return reply instanceof ServerReply.Answer<LeaseReply>(LeaseReply leased)
            && !leased.jobs().stream().allMatch(StationClient::isComplete)
        ? new ServerReply.Away<>("the server leases a job with a field missing")
        : reply;
  }

  /** A server of the first version has no other way, and no job that needs one. */
  private ServerReply<LeaseReply> leaseByNewestWay(int max) {
    LeaseRequest request = new LeaseRequest(max);
    ServerReply<LeaseReply> reply =
        post(WireVersion.PROTECTED_LEASES_PATH, request, LeaseReply.class);
    return reply instanceof ServerReply.Rejected<LeaseReply>(int status, String problem)
            && status == NOT_FOUND
        ? post(WireVersion.LEASES_PATH, request, LeaseReply.class)
        : reply;
  }

  /** What the server knows of a chip; a server of the first version cannot be asked. */
  public ServerReply<UidReply> ask(Uid uid) {
    HttpRequest request =
        request(WireVersion.UIDS_PATH, new UidRequest(uid.toString()), ASK_TIMEOUT);
    return send(request, UidReply.class);
  }

  /** What the chip on the reader shall hold by now. */
  public ServerReply<RewriteReply> askRewrite(Uid uid) {
    return post(WireVersion.REWRITES_PATH, new RewriteRequest(uid.toString()), RewriteReply.class);
  }

  /** Which card should lie in the parcel of a return. */
  public ServerReply<ReturnReply> askReturn(String rma) {
    return post(WireVersion.RETURNS_PATH, new ReturnRequest(rma), ReturnReply.class);
  }

  /**
   * Says what was found in it.
   *
   * @param key the same for the same findings, so that they are taken once however often it is sent
   */
  public ServerReply<InspectionReply> report(InspectionRequest found, String key) {
    return send(
        builder(WireVersion.INSPECTIONS_PATH, found, TIMEOUT)
            .header("Idempotency-Key", key)
            .build(),
        InspectionReply.class);
  }

  public ServerReply<EventsReply> send(List<StationEvent> events) {
    return post(WireVersion.EVENTS_PATH, new EventsRequest(events), EventsReply.class);
  }

  private <T> ServerReply<T> post(String path, Object body, Class<T> type) {
    return send(request(path, body, TIMEOUT), type);
  }

  private HttpRequest request(String path, Object body, Duration timeout) {
    return builder(path, body, timeout).build();
  }

  private HttpRequest.Builder builder(String path, Object body, Duration timeout) {
    return HttpRequest.newBuilder(server.resolve(path))
        .timeout(timeout)
        .header("Authorization", "Bearer " + token.value())
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)));
  }

  private <T> ServerReply<T> send(HttpRequest request, Class<T> type) {
    try {
      return reply(http.send(request, HttpResponse.BodyHandlers.ofString()), type);
    } catch (HttpTimeoutException e) {
      return new ServerReply.Away<>("the server does not answer");
    } catch (IOException e) {
      return new ServerReply.Away<>("the server cannot be reached");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ServerReply.Away<>("the station is told to stop");
    }
  }

  private <T> ServerReply<T> reply(HttpResponse<String> response, Class<T> type) {
    int status = response.statusCode();
    if (status == UNAUTHORIZED || status == FORBIDDEN) {
      throw new StationFault.TokenRejected(
          server.base(), status, ServerProblem.wordsOf(response.body()));
    }
    if (PASSING.contains(status)) {
      return new ServerReply.Away<>(
          "the server says to wait (" + status + "): " + ServerProblem.wordsOf(response.body()));
    }
    if (status >= 400 && status < 500) {
      return new ServerReply.Rejected<>(status, ServerProblem.wordsOf(response.body()));
    }
    if (status != 200) {
      return new ServerReply.Away<>("the server answers with status " + status);
    }
    try {
      return new ServerReply.Answer<>(Json.read(response.body(), type));
    } catch (JsonProcessingException e) {
      return new ServerReply.Away<>("the server's answer is not of the contract");
    }
  }

  /** Whether a job has all that every version of the contract says. */
  public static boolean isComplete(EncodeJob job) {
    return Stream.of(
            job.jobId(),
            job.cardId(),
            job.slug(),
            job.order(),
            job.link(),
            job.qrLink(),
            job.leasedUntil())
        .allMatch(Objects::nonNull);
  }
}
