package tapwright.agent.station.job;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.station.Tagged;
import tapwright.agent.station.journal.OutboxEvent;
import tapwright.agent.station.server.Json;
import tapwright.core.Refusal;
import tapwright.core.wire.StationEvent;

/**
 * What the server is told of its jobs.
 *
 * @param prefix what their owners in the journal begin with; the server's key follows
 */
record JobEvents(String prefix, InstantSource clock, Supplier<String> eventIds) {

  OutboxEvent verified(String owner, Tagged tag, EncodeOutcome.Verified outcome) {
    StationEvent.Encoded encoded =
        new StationEvent.Encoded(
            tag.uid().toString(),
            tag.model(),
            outcome.message().toHex(),
            outcome.counterBaseline(),
            outcome.exchanges(),
            JobFinish.told(outcome.finished()));
    return event(owner, StationEvent.Kind.VERIFIED, encoded, null);
  }

  OutboxEvent refused(String owner, Refusal refusal) {
    return event(
        owner,
        StationEvent.Kind.REFUSED,
        null,
        new StationEvent.Problem(refusal.code().code(), refusal.message()));
  }

  OutboxEvent released(String owner) {
    return event(owner, StationEvent.Kind.RELEASED, null, null);
  }

  private OutboxEvent event(
      String owner,
      StationEvent.Kind kind,
      StationEvent.@Nullable Encoded encoded,
      StationEvent.@Nullable Problem problem) {
    String eventId = eventIds.get();
    return new OutboxEvent(
        eventId,
        owner,
        Json.write(
            new StationEvent(eventId, jobId(owner), clock.instant(), kind, encoded, problem)));
  }

  private String jobId(String owner) {
    return owner.substring(prefix.length());
  }
}
