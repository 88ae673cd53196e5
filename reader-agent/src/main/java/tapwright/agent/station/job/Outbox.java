package tapwright.agent.station.job;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tapwright.agent.station.StationListener;
import tapwright.agent.station.StationNews;
import tapwright.agent.station.StationRefusal;
import tapwright.agent.station.journal.Journal;
import tapwright.agent.station.journal.OutboxEvent;
import tapwright.agent.station.server.BackOff;
import tapwright.agent.station.server.Json;
import tapwright.agent.station.server.ServerReply;
import tapwright.agent.station.server.StationClient;
import tapwright.core.Refusal;
import tapwright.core.wire.EventsReply;
import tapwright.core.wire.StationEvent;

/**
 * Tells the server what happened, in order, until it answers.
 *
 * <p>An event is written in the same transaction as the step that it tells of, and sent with the
 * same id until an answer is written: told at least once, taken once. One thread sends; every
 * thread may ask what is left.
 */
final class Outbox {

  /** How many events go in one request; the contract allows 500. */
  private static final int AT_ONCE = 100;

  /** The server has looked at the event itself (RFC 9110, sections 15.5.1 and 15.5.21). */
  private static final Set<Integer> NOT_READABLE = Set.of(400, 422);

  /** There are too many events in one request (RFC 9110, section 15.5.14). */
  private static final int TOO_LARGE = 413;

  private final Journal journal;
  private final String source;
  private final StationClient client;
  private final InstantSource clock;
  private final StationListener listener;
  private final BackOff backOff = new BackOff();
  private final Set<String> parked = ConcurrentHashMap.newKeySet();
  private int atOnce = AT_ONCE;

  Outbox(
      Journal journal,
      String source,
      StationClient client,
      InstantSource clock,
      StationListener listener) {
    this.journal = journal;
    this.source = source;
    this.client = client;
    this.clock = clock;
    this.listener = listener;
  }

  /** Whether nothing is left that this run could tell; see {@link #untold}. */
  boolean isEmpty() {
    return waiting(1).isEmpty();
  }

  /** How many events the server has not answered, those included that are parked. */
  int untold() {
    return journal.unsent(source, Integer.MAX_VALUE).size();
  }

  /** Whether the server has answered all that happened to the owner's card. */
  boolean isTold(String owner) {
    return journal.unsent(source, Integer.MAX_VALUE).stream()
        .noneMatch(event -> event.owner().equals(owner));
  }

  /** Sends what waits, where it is time to; returns when all is sent or a try failed. */
  void sendDue() {
    atOnce = AT_ONCE;
    boolean goesOn = backOff.isDue(clock.instant());
    while (goesOn) {
      List<OutboxEvent> waiting = waiting(atOnce);
      goesOn = !waiting.isEmpty() && send(waiting);
    }
  }

  private List<OutboxEvent> waiting(int max) {
    return journal.unsent(source, max + parked.size()).stream()
        .filter(event -> !parked.contains(event.eventId()))
        .limit(max)
        .toList();
  }

  /** Whether it is worth while to go on at once. */
  private boolean send(List<OutboxEvent> waiting) {
    List<StationEvent> events =
        waiting.stream().map(event -> Json.readOwn(event.body(), StationEvent.class)).toList();
    return switch (client.send(events)) {
      case ServerReply.Answer<EventsReply>(EventsReply reply) -> answered(waiting, reply);
      case ServerReply.Away<EventsReply>(String why) -> failed(why);
      case ServerReply.Rejected<EventsReply>(int status, String problem) ->
          rejected(waiting, status, problem);
    };
  }

  private boolean answered(List<OutboxEvent> waiting, EventsReply reply) {
    Map<String, EventsReply.Result> results =
        reply.results().stream()
            .collect(
                Collectors.toMap(
                    EventsReply.Result::eventId, Function.identity(), (first, second) -> first));
    boolean any = false;
    for (OutboxEvent event : waiting) {
      EventsReply.Result result = results.get(event.eventId());
      if (result != null) {
        record(event, result);
        any = true;
      }
    }
    if (!any) {
      return failed("the server answers none of the events sent");
    }
    backOff.succeeded(clock.instant(), Duration.ZERO);
    return true;
  }

  private void record(OutboxEvent event, EventsReply.Result result) {
    StationEvent.Problem problem = result.problem();
    journal.answered(
        event.eventId(), result.status().name(), problem == null ? null : problem.message());
    if (result.status() == EventsReply.Status.REFUSED) {
      listener.on(
          new StationNews.ServerRefused(
              event.eventId(),
              problem == null ? "server-refused" : problem.code(),
              problem == null ? "the server gives no reason" : problem.message()));
    }
  }

  /**
   * One event that the server cannot read must not keep the others back: it is found and parked.
   * Any other status speaks of the request or the place, not of an event, so that all are kept.
   */
  private boolean rejected(List<OutboxEvent> waiting, int status, String problem) {
    boolean readable = !NOT_READABLE.contains(status);
    if (waiting.size() > 1 && (status == TOO_LARGE || !readable)) {
      atOnce = 1;
      return true;
    }
    if (readable) {
      return failed("the server takes no events (status " + status + ")");
    }
    park(waiting.getFirst(), status, problem);
    return true;
  }

  /** Until the next run, which tries it again: by then the server may be able to read it. */
  private void park(OutboxEvent event, int status, String problem) {
    Refusal refusal =
        StationRefusal.EVENT_PARKED.with(
            "event", event.eventId(), "seen", status, "problem", problem);
    parked.add(event.eventId());
    atOnce = AT_ONCE;
    listener.on(
        new StationNews.ServerRefused(event.eventId(), refusal.code().code(), refusal.message()));
  }

  private boolean failed(String why) {
    if (!backOff.isFailing()) {
      listener.on(new StationNews.Notice(why + "; what happened is kept and sent later"));
    }
    backOff.failed(clock.instant());
    return false;
  }
}
