package tapwright.server.record.station;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.wire.EventsReply;
import tapwright.core.wire.StationEvent;
import tapwright.server.record.list.Place;

/**
 * A station's event with what became of it.
 *
 * @param station the token of the station that sent it
 * @param event what it sent, but without the message that the chip holds, since that holds the
 *     contact
 * @param messageHash SHA-256 of that message
 * @param card the card that it speaks of, where the job is known
 */
public record StoredStationEvent(
    String station,
    SellerId seller,
    StationEvent event,
    Optional<Bytes> messageHash,
    Optional<CardId> card,
    EventsReply.Result result,
    Instant recordedAt) {

  /** Where it stands among those that could not be true. */
  public Place place() {
    return new Place(recordedAt, station + "/" + event.eventId());
  }
}
