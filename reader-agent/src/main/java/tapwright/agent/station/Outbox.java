package tapwright.agent.station;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tapwright.core.wire.EventsReply;
import tapwright.core.wire.StationEvent;

/**
 * Tells the server what happened, in order, until it answers.
 *
 * <p>An event is written in the same transaction as the step that it tells of, and sent with the
 * same id until an answer is written: told at least once, taken once.
 */
final class Outbox {

  /** How many events go in one request; the contract allows 500. */
  private static final int AT_ONCE = 100;

  /** What an event's answer is called that the server cannot read. */
  private static final String PARKED = "PARKED";

  private final Journal journal;
  private final StationClient client;
  private final InstantSource clock;
  private final StationListener listener;
  private final BackOff backOff = new BackOff();
  private int atOnce = AT_ONCE;

  Outbox(Journal journal, StationClient client, InstantSource clock, StationListener listener) {
    this.journal = journal;
    this.client = client;
    this.clock = clock;
    this.listener = listener;
  }

  boolean isEmpty() {
    return journal.unsent(1).isEmpty();
  }

  /** Sends what waits, where it is time to; returns when all is sent or a try failed. */
  void sendDue() {
    boolean goesOn = backOff.isDue(clock.instant());
    while (goesOn) {
      List<OutboxEvent> waiting = journal.unsent(atOnce);
      goesOn = !waiting.isEmpty() && send(waiting);
    }
  }

  /** Whether it is worth while to go on at once. */
  private boolean send(List<OutboxEvent> waiting) {
    List<StationEvent> events =
        waiting.stream().map(event -> Json.readOwn(event.body(), StationEvent.class)).toList();
    return switch (client.send(events)) {
      case ServerReply.Answer<EventsReply>(EventsReply reply) -> answered(waiting, reply);
      case ServerReply.Away<EventsReply>(String why) -> failed(why);
      case ServerReply.Rejected<EventsReply>(int status, String problem) -> {
        rejected(waiting, status, problem);
        yield true;
      }
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
   */
  private void rejected(List<OutboxEvent> waiting, int status, String problem) {
    if (waiting.size() > 1) {
      atOnce = 1;
      return;
    }
    OutboxEvent event = waiting.getFirst();
    String message =
        StationRefusal.EVENT_PARKED
            .with("event", event.eventId(), "seen", status, "problem", problem)
            .message();
    journal.answered(event.eventId(), PARKED, message);
    atOnce = AT_ONCE;
    listener.on(
        new StationNews.ServerRefused(
            event.eventId(), StationRefusal.EVENT_PARKED.code(), message));
  }

  private boolean failed(String why) {
    if (!backOff.isFailing()) {
      listener.on(new StationNews.Notice(why + "; what happened is kept and sent later"));
    }
    backOff.failed(clock.instant());
    return false;
  }
}
