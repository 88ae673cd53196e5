package tapwright.server.record.station;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tapwright.core.card.SellerId;
import tapwright.core.wire.EventsReply;
import tapwright.server.record.list.Page;

/** The station events on record. */
public interface StationEvents {

  /** What became of the station's event when it came first. */
  Optional<EventsReply.Result> result(SellerId seller, String station, String eventId);

  void add(StoredStationEvent event);

  /** How many events of each station could not be true, by the key of its token. */
  Map<String, Long> refusedByStation(SellerId seller);

  /** The events that could not be true, newest first. */
  List<StoredStationEvent> refused(SellerId seller, Page page);
}
