package tapwright.server.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import tapwright.server.record.CardListener;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.store.CardListeners;
import tapwright.server.store.Opening;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.schema.Migrations;

/**
 * The record in PostgreSQL, which any number of nodes may share.
 *
 * <p>Works run a few at a time and serializably; batches of hits have a connection and a thread of
 * their own, so that no work stands in their way; lookups run beside both. A database that has gone
 * away is asked again, less and less often, by whatever comes next; until it answers, works fail at
 * once instead of queueing up.
 */
public final class PostgresStore implements Ledger {

  private static final int WORKERS = 4;
  private static final int READERS = 4;
  private static final int QUEUE_LIMIT = 8_192;

  /** Whoever sends batches of hits waits for one before the next: many at once are a defect. */
  private static final int BATCHES_LIMIT = 16;

  /** A node that runs for a year without being looked after still finds partitions for its hits. */
  private static final int MONTHS_AHEAD = 13;

  private final Lane works;
  private final Lane hits;
  private final Lane reads;
  private final CardListeners listeners = new CardListeners();
  private final PostgresListener listener;

  /**
   * Time and chance.
   *
   * @param nanos a clock that only runs forward, for pauses
   * @param random used by several threads at once
   */
  public record Means(
      InstantSource clock, LongSupplier nanos, RandomGenerator random, Waiter waiter) {}

  private PostgresStore(RecordUrl url, Means means) {
    BackOff backOff = new BackOff(means.nanos(), means.random());
    Function<PostgresSession.Mode, Supplier<PostgresWorker>> workers =
        mode ->
            () ->
                new PostgresWorker(
                    new PostgresSession.Source(url, mode), means, backOff, listeners);
    this.works = new Lane("work", QUEUE_LIMIT, WORKERS, workers.apply(PostgresSession.Mode.WORK));
    this.hits = new Lane("hits", BATCHES_LIMIT, 1, workers.apply(PostgresSession.Mode.HITS));
    this.reads = new Lane("read", QUEUE_LIMIT, READERS, workers.apply(PostgresSession.Mode.READ));
    this.listener = PostgresListener.start(url, means.waiter(), listeners);
  }

  /** Connects, makes or migrates the tables, and starts to take work. */
  public static PostgresStore open(RecordUrl url, Means means) {
    try (Connection connection = PostgresConnection.open(url)) {
      Migrations.run(url);
      makeMonths(connection, means.clock().instant().atZone(ZoneOffset.UTC).toLocalDate());
      return new PostgresStore(url, means);
    } catch (SQLException | FlywayException e) {
      throw Opening.failed("opening " + url, url, e);
    }
  }

  /** Makes the partitions of hits from the day's month on that are not there yet. */
  private static void makeMonths(Connection connection, LocalDate today) throws SQLException {
    try (PreparedStatement make = connection.prepareStatement("SELECT make_hit_months(?, ?)")) {
      make.setObject(1, today);
      make.setInt(2, MONTHS_AHEAD);
      make.execute();
    }
  }

  @Override
  public <T> CompletableFuture<T> writeAcrossSellers(Function<Records, T> work) {
    return works.submit(work);
  }

  @Override
  public <T> CompletableFuture<T> writeHits(Function<Records, T> work) {
    return hits.submit(work);
  }

  @Override
  public <T> CompletableFuture<T> readAcrossSellers(Function<Records, T> work) {
    return reads.submit(work);
  }

  @Override
  public void onCardChanged(CardListener listener) {
    listeners.add(listener);
  }

  @Override
  public void close() {
    listener.close();
    Stream.of(hits, works, reads).forEach(Lane::close);
  }
}
