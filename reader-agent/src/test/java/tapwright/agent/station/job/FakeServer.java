package tapwright.agent.station.job;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tapwright.agent.station.server.Json;
import tapwright.agent.station.server.ServerAddress;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.EventsReply;
import tapwright.core.wire.EventsRequest;
import tapwright.core.wire.JobSecrets;
import tapwright.core.wire.LeaseReply;
import tapwright.core.wire.LeaseRequest;
import tapwright.core.wire.RewriteReply;
import tapwright.core.wire.RewriteRequest;
import tapwright.core.wire.StationEvent;
import tapwright.core.wire.UidReply;
import tapwright.core.wire.UidRequest;
import tapwright.core.wire.WireContact;
import tapwright.core.wire.WireVersion;

/** A server on 127.0.0.1 that keeps the contract, and breaks it where told. */
public final class FakeServer implements AutoCloseable {

  private final HttpServer http;
  private final InstantSource clock;
  private final Deque<EncodeJob> jobs = new ArrayDeque<>();
  private final Map<String, StationEvent> taken = new LinkedHashMap<>();
  private final List<Integer> eventsAtOnce = new ArrayList<>();
  private String token;
  private Duration lease = Duration.ofHours(1);
  private boolean away;
  private boolean awayAfterLease;
  private boolean unknownFields;
  private int answersToLose;
  private int eventsStatus;
  private int eventsStatusTimes;
  private int leasesStatus;
  private int eventsSent;
  private int leasesGiven;
  private String leasesBody = "";
  private @Nullable String onceBody;
  private String rejectedJob = "";
  private @Nullable String refusalCode;
  private UidReply chips = new UidReply(UidReply.Standing.FREE, null, null);
  private int chipsAsked;
  private boolean longChipsRejected;
  private final Map<String, RewriteReply> rewrites = new LinkedHashMap<>();
  private int rewritesAsked;

  public FakeServer(String token, InstantSource clock) throws IOException {
    this.token = token;
    this.clock = clock;
    this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext(WireVersion.LEASES_PATH, exchange -> handle(exchange, this::leases));
    http.createContext(
        WireVersion.PROTECTED_LEASES_PATH, exchange -> handle(exchange, this::leases));
    http.createContext(WireVersion.UIDS_PATH, exchange -> handle(exchange, this::uids));
    http.createContext(WireVersion.REWRITES_PATH, exchange -> handle(exchange, this::rewrites));
    http.createContext(WireVersion.EVENTS_PATH, exchange -> handle(exchange, this::events));
    http.start();
  }

  public ServerAddress address() {
    return ServerAddress.of("test", "http://127.0.0.1:" + http.getAddress().getPort()).orThrow();
  }

  void queue(int count) {
    for (int i = 0; i < count; i++) {
      WireContact contact = new WireContact("Person " + i, "", "", "", "", "");
      jobs.add(job(i, "https://cards.example.com/t/SLUG" + i, contact));
    }
  }

  /** As a server was before stations locked and protected chips. */
  void knowOnlyTheFirstVersion() {
    http.removeContext(WireVersion.PROTECTED_LEASES_PATH);
    http.removeContext(WireVersion.UIDS_PATH);
  }

  /** A job for a chip that is locked and protected. */
  void queueProtected(LinkCounting counting, JobSecrets secrets) {
    EncodeJob open = job(0, "https://cards.example.com/t/SLUG0", null);
    jobs.add(
        new EncodeJob(
            open.jobId(),
            open.cardId(),
            open.slug(),
            open.order(),
            open.link(),
            open.qrLink(),
            null,
            false,
            open.leasedUntil(),
            counting,
            true,
            secrets));
  }

  /** A job without secrets whose link counts in that way. */
  void queueCounting(int number, LinkCounting counting) {
    EncodeJob open = job(number, "https://cards.example.com/t/SLUG" + number, null);
    jobs.add(
        new EncodeJob(
            open.jobId(),
            open.cardId(),
            open.slug(),
            open.order(),
            open.link(),
            open.qrLink(),
            null,
            counting == LinkCounting.MIRROR,
            open.leasedUntil(),
            counting,
            false,
            null));
  }

  /** What is known of every chip that is asked after. */
  void knowChipsAs(UidReply reply) {
    chips = reply;
  }

  /** As servers did that knew chips of 7 bytes only. */
  void rejectLongChips() {
    longChipsRejected = true;
  }

  int chipsAsked() {
    return chipsAsked;
  }

  /** A job with this contact, which may be none that a chip can hold. */
  void queueContact(WireContact contact) {
    jobs.add(job(0, "https://cards.example.com/t/SLUG0", contact));
  }

  /** What the chip of that UID is to hold, as the server says from now on. */
  public void rewrite(String uid, String rewriteId, WireContact contact) {
    EncodeJob open = job(0, "https://cards.example.com/t/SLUG0", contact);
    rewrite(
        uid,
        new EncodeJob(
            rewriteId,
            open.cardId(),
            open.slug(),
            open.order(),
            open.link(),
            open.qrLink(),
            contact,
            false,
            clock.instant().plus(lease),
            LinkCounting.NONE,
            false,
            null));
  }

  /** The same in all that a server says. */
  public void rewrite(String uid, EncodeJob told) {
    rewrites.put(uid, new RewriteReply(RewriteReply.Standing.STALE, told.cardId(), told));
  }

  /** That the chip of that UID is to stay as it is. */
  void keep(String uid, RewriteReply.Standing standing) {
    rewrites.put(uid, new RewriteReply(standing, "card-0", null));
  }

  /** How often it was asked what a chip is to hold. */
  int rewritesAsked() {
    return rewritesAsked;
  }

  void queueLink(String link) {
    jobs.add(job(0, link, null));
  }

  void loseAnswers(int times) {
    answersToLose = times;
  }

  void answerEventsWith(int status, int times) {
    eventsStatus = status;
    eventsStatusTimes = times;
  }

  void answerLeasesWith(int status, String body) {
    leasesStatus = status;
    leasesBody = body;
  }

  void answerLeasesOnceWith(String body) {
    onceBody = body;
  }

  public void goAway() {
    away = true;
  }

  void goAwayAfterLease() {
    awayAfterLease = true;
  }

  public void comeBack() {
    awayAfterLease = false;
    away = false;
  }

  void rejectEventsOf(String jobId) {
    rejectedJob = jobId;
  }

  void refuseEvents(String code) {
    refusalCode = code;
  }

  void forgetToken() {
    token = "another";
  }

  void leaseFor(Duration time) {
    lease = time;
  }

  void addUnknownFields() {
    unknownFields = true;
  }

  /** Each event that was taken, once. */
  public List<StationEvent> taken() {
    return List.copyOf(taken.values());
  }

  int eventsSent() {
    return eventsSent;
  }

  /** How many events each request had. */
  List<Integer> eventsAtOnce() {
    return List.copyOf(eventsAtOnce);
  }

  int leasesGiven() {
    return leasesGiven;
  }

  @Override
  public void close() {
    http.stop(0);
  }

  private EncodeJob job(int i, String link, @Nullable WireContact contact) {
    return new EncodeJob(
        "job-" + i,
        "card-" + i,
        "SLUG" + i,
        "S-" + i,
        link,
        "HTTPS://CARDS.EXAMPLE.COM/Q/SLUG" + i,
        contact,
        contact != null,
        clock.instant(),
        null,
        null,
        null);
  }

  private Answer leases(String body) throws JsonProcessingException {
    String once = onceBody;
    if (once != null) {
      onceBody = null;
      return new Answer(200, once);
    }
    if (leasesStatus != 0) {
      return new Answer(leasesStatus, leasesBody);
    }
    List<EncodeJob> leased = new ArrayList<>();
    for (int i = Json.read(body, LeaseRequest.class).max(); i > 0 && !jobs.isEmpty(); i--) {
      leased.add(withLease(jobs.removeFirst()));
    }
    leasesGiven += leased.size();
    away = awayAfterLease;
    return new Answer(200, Json.write(new LeaseReply(leased)));
  }

  private EncodeJob withLease(EncodeJob job) {
    return new EncodeJob(
        job.jobId(),
        job.cardId(),
        job.slug(),
        job.order(),
        job.link(),
        job.qrLink(),
        job.contact(),
        job.mirrorCounter(),
        clock.instant().plus(lease),
        job.counting(),
        job.lock(),
        job.secrets());
  }

  private Answer uids(String body) throws JsonProcessingException {
    chipsAsked++;
    String uid = Json.read(body, UidRequest.class).uid();
    assertTrue(uid.matches("[0-9A-F]{8}([0-9A-F]{6}){0,2}"), uid);
    if (longChipsRejected && uid.length() > 14) {
      return new Answer(400, "{}");
    }
    return new Answer(200, Json.write(chips));
  }

  private Answer rewrites(String body) throws JsonProcessingException {
    rewritesAsked++;
    String uid = Json.read(body, RewriteRequest.class).uid();
    return new Answer(
        200,
        Json.write(
            rewrites.getOrDefault(
                uid, new RewriteReply(RewriteReply.Standing.UNKNOWN, null, null))));
  }

  private Answer events(String body) throws JsonProcessingException {
    List<StationEvent> events = Json.read(body, EventsRequest.class).events();
    eventsSent += events.size();
    eventsAtOnce.add(events.size());
    if (eventsStatusTimes > 0) {
      eventsStatusTimes--;
      return new Answer(eventsStatus, "not now");
    }
    if (events.stream().anyMatch(event -> event.jobId().equals(rejectedJob))) {
      return new Answer(400, "an event of " + rejectedJob);
    }
    List<EventsReply.Result> results = new ArrayList<>();
    for (StationEvent event : events) {
      results.add(result(event, taken.putIfAbsent(event.eventId(), event) == null));
    }
    if (answersToLose > 0) {
      answersToLose--;
      return new Answer(0, "");
    }
    return new Answer(200, Json.write(new EventsReply(results)));
  }

  private EventsReply.Result result(StationEvent event, boolean isNew) {
    String code = refusalCode;
    if (code != null) {
      return new EventsReply.Result(
          event.eventId(),
          EventsReply.Status.REFUSED,
          new StationEvent.Problem(code, "because of a test"));
    }
    return new EventsReply.Result(
        event.eventId(), isNew ? EventsReply.Status.TAKEN : EventsReply.Status.KNOWN, null);
  }

  private synchronized void handle(HttpExchange exchange, Handler handler) {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String shown = exchange.getRequestHeaders().getFirst("Authorization");
      if (away) {
        return;
      }
      Answer answer =
          ("Bearer " + token).equals(shown) ? handler.answer(body) : new Answer(401, "");
      if (answer.status != 0) {
        send(exchange, answer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void send(HttpExchange exchange, Answer answer) throws IOException {
    String text =
        unknownFields ? answer.body.replaceFirst("^\\{", "{\"new\":{\"a\":[1]},") : answer.body;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  /** What is answered; status 0 is a connection that breaks. */
  private record Answer(int status, String body) {}

  /** What is done with a request's body. */
  private interface Handler {
    Answer answer(String body) throws JsonProcessingException;
  }
}
