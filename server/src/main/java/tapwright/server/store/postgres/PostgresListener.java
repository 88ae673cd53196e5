package tapwright.server.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.core.card.Slug;
import tapwright.server.record.CardListener;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.schema.NodesAtWork;

/**
 * Hears of cards that change on other nodes, on a connection of its own, by LISTEN (PostgreSQL 15
 * manual, chapter on SQL commands); the same connection says that this node is at work.
 *
 * <p>What happens while there is no such connection is not told later, so its return is told
 * instead. A server that hangs or is out of reach is found out within {@link #SILENCE} and {@link
 * #ANSWER_SECONDS}.
 */
final class PostgresListener implements Runnable, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresListener.class);

  /** After so long without a word the server is asked whether it is there. */
  static final Duration SILENCE = Duration.ofSeconds(2);

  private static final int ANSWER_SECONDS = 2;
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final String CHANNEL = "card_changed";

  private final RecordUrl url;
  private final Waiter waiter;
  private final CardListener listener;
  private final Thread thread = Thread.ofPlatform().name("store-listener").daemon().unstarted(this);
  private volatile boolean closed;

  private PostgresListener(RecordUrl url, Waiter waiter, CardListener listener) {
    this.url = url;
    this.waiter = waiter;
    this.listener = listener;
  }

  static PostgresListener start(RecordUrl url, Waiter waiter, CardListener listener) {
    PostgresListener started = new PostgresListener(url, waiter, listener);
    started.thread.start();
    return started;
  }

  @Override
  public void run() {
    while (!closed) {
      try (Connection connection = PostgresConnection.open(url)) {
        hear(connection);
      } catch (SQLException e) {
        // It is gone for as long as it likes; what was missed meanwhile is told on its return.
        pause();
      } catch (RuntimeException e) {
        // As at a connection lost, all is told to be overlooked once it listens again.
        LOG.warn("what was heard of changed cards was not understood: {}", e.toString());
        pause();
      }
    }
  }

  private void hear(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN " + CHANNEL);
    }
    NodesAtWork.join(connection);
    listener.overlooked();
    PGConnection server = connection.unwrap(PGConnection.class);
    while (!closed) {
      tell(server.getNotifications((int) SILENCE.toMillis()), connection);
    }
  }

  private void tell(PGNotification @Nullable [] heard, Connection connection) throws SQLException {
    if (heard != null && heard.length > 0) {
      for (PGNotification one : heard) {
        tell(one.getParameter());
      }
    } else if (!connection.isValid(ANSWER_SECONDS)) {
      throw new SQLException("the server does not answer any more");
    }
  }

  /** As the trigger on cards writes it: slug, space, version. */
  private void tell(String heard) {
    String[] words = heard.split(" ", 2);
    listener.changed(new Slug(words[0]), Long.parseLong(words[1]));
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
