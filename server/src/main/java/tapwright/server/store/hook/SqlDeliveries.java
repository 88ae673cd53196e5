package tapwright.server.store.hook;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tapwright.core.card.SellerId;
import tapwright.server.record.hook.Deliveries;
import tapwright.server.record.hook.Delivery;
import tapwright.server.record.hook.DeliveryFilter;
import tapwright.server.store.sql.Sql;
import tapwright.server.store.sql.Words;

/** {@link Deliveries} in SQL. */
public final class SqlDeliveries implements Deliveries {

  private final Sql sql;

  public SqlDeliveries(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(Delivery delivery) {
    sql.update(
        "INSERT INTO delivery (webhook_id, delivery_id, seller, event_id, kind, body, state, tries,"
            + " next_at, last_answer, created_at, changed_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (webhook_id, event_id) DO NOTHING",
        delivery.webhook(),
        delivery.id(),
        delivery.seller().value(),
        delivery.event(),
        delivery.kind(),
        delivery.body(),
        Words.of(delivery.progress().state()),
        delivery.progress().tries(),
        delivery.progress().nextAt(),
        delivery.progress().lastAnswer(),
        delivery.createdAt(),
        delivery.progress().at());
  }

  @Override
  public Optional<Delivery> byId(SellerId seller, String webhook, String id) {
    return sql.one(
        "SELECT * FROM delivery WHERE webhook_id = ? AND delivery_id = ? AND seller = ?",
        SqlDeliveries::read,
        webhook,
        id,
        seller.value());
  }

  @Override
  public List<Delivery> list(SellerId seller, String webhook, DeliveryFilter filter) {
    StringBuilder query =
        new StringBuilder("SELECT * FROM delivery WHERE webhook_id = ? AND seller = ?");
    List<Object> values = new ArrayList<>(List.of(webhook, seller.value()));
    filter.state().ifPresent(state -> and(query, values, "state = ?", Words.of(state)));
    filter.kind().ifPresent(kind -> and(query, values, "kind = ?", kind));
    filter
        .before()
        .ifPresent(
            last ->
                and(
                    query,
                    values,
                    "(created_at, delivery_id) < (?, ?)",
                    last.createdAt(),
                    last.id()));
    query.append(" ORDER BY created_at DESC, delivery_id DESC LIMIT ?");
    values.add(filter.limit());
    return sql.list(query.toString(), SqlDeliveries::read, values.toArray());
  }

  private static void and(
      StringBuilder query, List<Object> values, String condition, Object... more) {
    query.append(" AND ").append(condition);
    values.addAll(List.of(more));
  }

  @Override
  public List<Place> placesDue(Instant now) {
    return sql.list(
        "SELECT webhook_id, seller FROM webhook WHERE state = 'on' AND EXISTS (SELECT 1 FROM"
            + " delivery WHERE delivery.webhook_id = webhook.webhook_id"
            + " AND delivery.state = 'waiting' AND delivery.next_at <= ?) ORDER BY webhook_id",
        row -> new Place(new SellerId(row.text("seller")), row.text("webhook_id")),
        now);
  }

  @Override
  public List<Delivery> due(Place place, Instant now, int limit) {
    return sql.list(
        "SELECT * FROM delivery WHERE webhook_id = ? AND seller = ? AND state = 'waiting'"
            + " AND next_at <= ? ORDER BY next_at, delivery_id LIMIT ?",
        SqlDeliveries::read,
        place.webhook(),
        place.seller().value(),
        now,
        limit);
  }

  @Override
  public boolean advance(Delivery before, Delivery.Progress next) {
    return sql.update(
            "UPDATE delivery SET state = ?, tries = ?, next_at = ?, last_answer = ?, changed_at = ?"
                + " WHERE webhook_id = ? AND delivery_id = ? AND seller = ?"
                + " AND state = ? AND tries = ? AND next_at = ?",
            Words.of(next.state()),
            next.tries(),
            next.nextAt(),
            next.lastAnswer(),
            next.at(),
            before.webhook(),
            before.id(),
            before.seller().value(),
            Words.of(before.progress().state()),
            before.progress().tries(),
            before.progress().nextAt())
        == 1;
  }

  @Override
  public int replayDead(SellerId seller, String webhook, Instant now) {
    return sql.update(
        "UPDATE delivery SET state = 'waiting', tries = 0, next_at = ?, changed_at = ?"
            + " WHERE webhook_id = ? AND seller = ? AND state = 'dead'",
        now,
        now,
        webhook,
        seller.value());
  }

  @Override
  public int endWaiting(SellerId seller, String webhook, Instant now) {
    return sql.update(
        "UPDATE delivery SET state = 'dead', changed_at = ?"
            + " WHERE webhook_id = ? AND seller = ? AND state = 'waiting'",
        now,
        webhook,
        seller.value());
  }

  @Override
  public int drop(Delivery.State end, Instant before, int limit) {
    return sql.update(
        "DELETE FROM delivery WHERE (webhook_id, delivery_id) IN (SELECT webhook_id, delivery_id"
            + " FROM delivery WHERE state = ? AND changed_at < ? ORDER BY changed_at LIMIT ?)",
        Words.of(end),
        before,
        limit);
  }

  private static Delivery read(Sql.Row row) throws SQLException {
    return new Delivery(
        row.text("delivery_id"),
        row.text("webhook_id"),
        new SellerId(row.text("seller")),
        row.text("event_id"),
        row.text("kind"),
        row.text("body"),
        new Delivery.Progress(
            Words.read(Delivery.State.class, row.text("state")),
            (int) row.number("tries"),
            row.instant("next_at"),
            row.text("last_answer"),
            row.instant("changed_at")),
        row.instant("created_at"));
  }
}
