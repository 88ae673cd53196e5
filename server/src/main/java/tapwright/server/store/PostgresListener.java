package tapwright.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import tapwright.core.card.Slug;
import tapwright.server.app.Change;

/**
 * Hears of changes on a connection of its own, by LISTEN (PostgreSQL 15 manual, section 34.9).
 *
 * <p>What happens while there is no such connection is not told later, so its loss and its return
 * are told instead. A server that hangs or is out of reach is found out within {@link #SILENCE} and
 * {@link #ANSWER_SECONDS}; until then what was remembered may be as old as that.
 */
final class PostgresListener implements Runnable, AutoCloseable {

  /** After so long without a word the server is asked whether it is there. */
  static final Duration SILENCE = Duration.ofSeconds(2);

  private static final int ANSWER_SECONDS = 2;
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final String CHANNEL = "card_changed";

  private final RecordUrl url;
  private final Waiter waiter;
  private final ChangeFeed feed;
  private final Thread thread = Thread.ofPlatform().name("store-listener").daemon().unstarted(this);
  private volatile boolean closed;

  private PostgresListener(RecordUrl url, Waiter waiter, ChangeFeed feed) {
    this.url = url;
    this.waiter = waiter;
    this.feed = feed;
  }

  static PostgresListener start(RecordUrl url, Waiter waiter, ChangeFeed feed) {
    PostgresListener listener = new PostgresListener(url, waiter, feed);
    listener.thread.start();
    return listener;
  }

  @Override
  public void run() {
    while (!closed) {
      try (Connection connection = PostgresConnection.open(url)) {
        hear(connection);
      } catch (SQLException e) {
        feed.tell(new Change.Overlooked());
        pause();
      }
    }
  }

  private void hear(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN " + CHANNEL);
    }
    feed.tell(new Change.Overlooked());
    PGConnection server = connection.unwrap(PGConnection.class);
    while (!closed) {
      tell(server.getNotifications((int) SILENCE.toMillis()), connection);
    }
  }

  private void tell(PGNotification @Nullable [] heard, Connection connection) throws SQLException {
    if (heard != null && heard.length > 0) {
      for (PGNotification one : heard) {
        feed.tell(change(one));
      }
    } else if (!connection.isValid(ANSWER_SECONDS)) {
      throw new SQLException("the server does not answer any more");
    }
  }

  private static Change change(PGNotification heard) {
    Optional<Slug> slug = Slug.parse(heard.getParameter());
    return slug.isPresent() ? new Change.OfCard(slug.get()) : new Change.Overlooked();
  }

  private void pause() {
    try {
      waiter.await(PAUSE);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  /** Hears no more; the thread ends by itself within {@link #SILENCE}. */
  @Override
  public void close() {
    closed = true;
  }
}
