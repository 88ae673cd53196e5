package tapwright.server.store.table;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.wire.EventsReply;
import tapwright.core.wire.StationEvent;
import tapwright.server.record.list.Page;
import tapwright.server.record.station.StationEvents;
import tapwright.server.record.station.StoredStationEvent;
import tapwright.server.store.sql.Json;
import tapwright.server.store.sql.ListQuery;
import tapwright.server.store.sql.Sql;
import tapwright.server.store.sql.Words;

/** {@link StationEvents} in SQL. */
final class SqlStationEvents implements StationEvents {

  /** Two stations may give two events one id; {@link StoredStationEvent#place} says it too. */
  private static final String KEY = "station || '/' || event_id";

  private final Sql sql;

  SqlStationEvents(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<EventsReply.Result> result(SellerId seller, String station, String eventId) {
    return sql.one(
        "SELECT * FROM station_event WHERE station = ? AND event_id = ? AND seller = ?",
        SqlStationEvents::result,
        station,
        eventId,
        seller.value());
  }

  @Override
  public void add(StoredStationEvent stored) {
    StationEvent.Problem problem = stored.result().problem();
    sql.updateOne(
        "INSERT INTO station_event (station, event_id, seller, card_id, kind, body,"
            + " message_hash, status, problem_code, problem_message, at, recorded_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        stored.station(),
        stored.event().eventId(),
        stored.seller().value(),
        stored.card().map(CardId::value).orElse(null),
        Words.of(stored.event().kind()),
        Json.text(stored.event()),
        stored.messageHash().orElse(null),
        Words.of(stored.result().status()),
        problem == null ? null : problem.code(),
        problem == null ? null : problem.message(),
        stored.event().at(),
        stored.recordedAt());
  }

  @Override
  public Map<String, Long> refusedByStation(SellerId seller) {
    Map<String, Long> events = new HashMap<>();
    sql.list(
            "SELECT station, count(*) AS events FROM station_event"
                + " WHERE seller = ? AND status = 'refused' GROUP BY station",
            row -> Map.entry(row.text("station"), row.number("events")),
            seller.value())
        .forEach(one -> events.put(one.getKey(), one.getValue()));
    return events;
  }

  @Override
  public List<StoredStationEvent> refused(SellerId seller, Page page) {
    return new ListQuery(
            "SELECT * FROM station_event WHERE seller = ? AND status = 'refused'", seller.value())
        .newestFirst("recorded_at", KEY, page)
        .on(sql, SqlStationEvents::read);
  }

  private static StoredStationEvent read(Sql.Row row) throws SQLException {
    return new StoredStationEvent(
        row.text("station"),
        new SellerId(row.text("seller")),
        Json.read(row.text("body"), StationEvent.class),
        row.maybe("message_hash", hashed -> hashed.bytes("message_hash")),
        row.maybe("card_id", card -> new CardId(card.number("card_id"))),
        result(row),
        row.instant("recorded_at"));
  }

  private static EventsReply.Result result(Sql.Row row) throws SQLException {
    return new EventsReply.Result(
        row.text("event_id"),
        Words.read(EventsReply.Status.class, row.text("status")),
        problem(row));
  }

  private static StationEvent.@Nullable Problem problem(Sql.Row row) throws SQLException {
    return row.isNull("problem_code")
        ? null
        : new StationEvent.Problem(row.text("problem_code"), row.text("problem_message"));
  }
}
