package tapwright.server.record.station;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.wire.StationEvent;

/**
 * One card to be made at a station.
 *
 * @param leasedTo the token of the station that has it
 * @param problem why it is stopped
 */
public record Job(
    String id,
    SellerId seller,
    CardId card,
    JobState state,
    Optional<String> leasedTo,
    Optional<Instant> leasedUntil,
    Optional<StationEvent.Problem> problem,
    Instant createdAt) {

  /** The job in a state in which no station has it. */
  public Job in(JobState next) {
    return new Job(
        id, seller, card, next, Optional.empty(), Optional.empty(), Optional.empty(), createdAt);
  }

  public Job stoppedFor(StationEvent.Problem why) {
    return new Job(
        id,
        seller,
        card,
        JobState.STOPPED,
        Optional.empty(),
        Optional.empty(),
        Optional.of(why),
        createdAt);
  }

  public Job leasedTo(String station, Instant until) {
    return new Job(
        id,
        seller,
        card,
        JobState.LEASED,
        Optional.of(station),
        Optional.of(until),
        Optional.empty(),
        createdAt);
  }
}
