package tapwright.server.store.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tapwright.server.record.CardListener;
import tapwright.server.record.Records;
import tapwright.server.record.StoreFault;
import tapwright.server.store.sql.Contended;

/**
 * Does works on a connection of its own, each in a transaction; for one thread at a time.
 *
 * <p>A work that another transaction stood in the way of runs again. So does, once, a work whose
 * connection turns out to be broken before it was committed: that is how one finds out that the
 * database was restarted. A connection is made when it is needed.
 */
final class PostgresWorker implements AutoCloseable {

  /** Enough for any race that ends; works that keep each other from ending are told so. */
  private static final int ATTEMPTS = 12;

  /** A rule of uniqueness that is broken again and again was not broken by a race. */
  private static final int ATTEMPTS_AT_A_RULE = 3;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

  private final PostgresSession.Source source;
  private final PostgresStore.Means means;
  private final BackOff backOff;
  private final CardListener listener;
  private @Nullable PostgresSession session;

  PostgresWorker(
      PostgresSession.Source source,
      PostgresStore.Means means,
      BackOff backOff,
      CardListener listener) {
    this.source = source;
    this.means = means;
    this.backOff = backOff;
    this.listener = listener;
  }

  /** Does the work; returns when it is stored. */
  <T> T run(Function<Records, T> work) {
    int attempt = 1;
    while (true) {
      try {
        return attempt(work);
      } catch (Contended inTheWay) {
        giveUpAfter(attempt, inTheWay);
        pauseAfter(attempt);
        attempt++;
      }
    }
  }

  private static void giveUpAfter(int attempt, Contended inTheWay) {
    if (inTheWay.isBrokenRule() && attempt >= ATTEMPTS_AT_A_RULE) {
      throw new IllegalStateException(inTheWay.getMessage(), inTheWay);
    }
    if (attempt >= ATTEMPTS) {
      throw new StoreFault.Contended(attempt, inTheWay);
    }
  }

  /** Longer each time, and never the same for two who met. */
  private void pauseAfter(int attempt) {
    long limit = Math.min(FIRST_PAUSE.toNanos() << attempt, LONGEST_PAUSE.toNanos());
    try {
      means.waiter().await(Duration.ofNanos(means.random().nextLong(limit)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFault.Closed();
    }
  }

  private <T> T attempt(Function<Records, T> work) {
    boolean mayBeBroken = session != null;
    try {
      return once(work);
    } catch (StoreFault.Unavailable broken) {
      if (!mayBeBroken) {
        throw broken;
      }
      return once(work);
    }
  }

  private <T> T once(Function<Records, T> work) {
    PostgresSession current = session();
    boolean usable = false;
    try {
      T result = Objects.requireNonNull(work.apply(current.records()), "a work answered null");
      end(current);
      usable = true;
      return result;
    } catch (StoreFault fault) {
      throw fault;
    } catch (RuntimeException | Error e) {
      usable = current.rollback();
      throw e;
    } finally {
      if (!usable) {
        close();
      }
    }
  }

  private void end(PostgresSession current) {
    switch (source.mode()) {
      case WORK, HITS -> {
        current.commit();
        current.records().afterCommit(listener);
      }
      case READ -> {
        if (!current.rollback()) {
          close();
        }
      }
    }
  }

  private PostgresSession session() {
    if (session != null) {
      return session;
    }
    backOff.check();
    try {
      session = source.open();
      backOff.succeeded();
      return session;
    } catch (SQLException e) {
      backOff.failed(e);
      throw new StoreFault.Unavailable("connecting to " + source.url(), e);
    }
  }

  @Override
  public void close() {
    if (session != null) {
      session.close();
      session = null;
    }
  }
}
