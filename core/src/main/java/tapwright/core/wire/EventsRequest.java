package tapwright.core.wire;

import java.util.List;

/**
 * What happened at a station, oldest first, 1 to 500 events.
 *
 * @param events each is taken once by its id, however often it is sent
 */
public record EventsRequest(List<StationEvent> events) {

  public EventsRequest {
    events = List.copyOf(events);
  }
}
