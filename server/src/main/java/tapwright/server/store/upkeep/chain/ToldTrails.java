package tapwright.server.store.upkeep.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.core.trail.Subject;
import tapwright.server.store.upkeep.Cursor;
import tapwright.server.store.upkeep.Session;

/**
 * What the record tells of trails beside them, trail by trail in the order of their names.
 *
 * <p>Each entry about a claim, an order's money or a plan goes to the outbox in the same work, and
 * nothing is ever taken from there; of who was forgotten the key says so.
 */
final class ToldTrails implements AutoCloseable {

  private final Session session;
  private final Deque<Source> sources = new ArrayDeque<>(sources());
  private @Nullable Cursor rows;
  private Optional<ToldEvent> ahead;
  private Optional<ToldTrail> next = Optional.empty();

  ToldTrails(Session session) {
    this.session = session;
    this.ahead = read();
    advance();
  }

  /** Makes an event of a row; empty where it is none. */
  @FunctionalInterface
  private interface Reader {
    Optional<ToldEvent> read(String area, ResultSet row) throws SQLException;
  }

  /** Where trails of an area are told of. */
  private record Source(String area, String query, Reader reader) {

    static Source outbox(Subject.Area area) {
      return new Source(
          area.word(),
          "SELECT event_id, seller, kind, created_at FROM outbox WHERE kind LIKE '%s.%%'"
                  .formatted(area.word())
              + " ORDER BY event_id",
          ToldEvent::ofOutbox);
    }
  }

  /** In the order of their areas' words. */
  private static List<Source> sources() {
    return List.of(
        Source.outbox(Subject.Area.CLAIM),
        new Source(
            Subject.Area.HOLDER.word(),
            "SELECT holder_id, seller FROM holder WHERE forgotten_at IS NOT NULL"
                + " ORDER BY holder_id",
            ToldEvent::ofHolder),
        Source.outbox(Subject.Area.MONEY),
        Source.outbox(Subject.Area.SUBSCRIPTION));
  }

  /** The trail that comes next; empty at the end. */
  Optional<ToldTrail> next() {
    return next;
  }

  void advance() {
    next = ahead.map(ToldTrail::new);
    while (next.isPresent()) {
      ahead = read();
      if (ahead.isEmpty() || !ahead.get().trail().equals(next.get().name())) {
        return;
      }
      next.get().add(ahead.get());
    }
  }

  private Optional<ToldEvent> read() {
    while (!sources.isEmpty()) {
      Cursor reading = rows == null ? session.rows(sources.getFirst().query()) : rows;
      rows = reading;
      Optional<ToldEvent> event = read(reading, sources.getFirst());
      if (event.isPresent()) {
        return event;
      }
      reading.close();
      rows = null;
      sources.removeFirst();
    }
    return Optional.empty();
  }

  private static Optional<ToldEvent> read(Cursor rows, Source source) {
    List<ToldEvent> found = new ArrayList<>();
    while (found.isEmpty() && rows.next()) {
      rows.give(row -> source.reader().read(source.area(), row).ifPresent(found::add));
    }
    return found.stream().findFirst();
  }

  @Override
  public void close() {
    if (rows != null) {
      rows.close();
    }
  }
}
