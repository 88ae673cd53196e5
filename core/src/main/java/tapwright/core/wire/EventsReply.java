package tapwright.core.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server made of each event, in the order sent.
 *
 * @param results one for each event; an event that is answered here is stored and never lost
 */
public record EventsReply(List<Result> results) {

  public EventsReply {
    results = List.copyOf(results);
  }

  /**
   * The answer to one event.
   *
   * @param eventId the station's key
   * @param status what became of it
   * @param problem present exactly with {@link Status#REFUSED}
   */
  public record Result(String eventId, Status status, StationEvent.@Nullable Problem problem) {}

  /** What became of an event; each of them ends its way, none is to be sent again. */
  public enum Status {
    /** Taken now. */
    TAKEN,
    /** Taken before, nothing done. */
    KNOWN,
    /** Cannot be true, as a UID that is another live card's; stored and reported to staff. */
    REFUSED
  }
}
