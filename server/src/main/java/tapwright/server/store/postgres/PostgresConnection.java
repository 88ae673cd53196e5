package tapwright.server.store.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import tapwright.server.store.RecordUrl;

/** How this server connects to PostgreSQL, where the URL does not say otherwise. */
final class PostgresConnection {

  /** Longer than any statement of ours; a work is many statements, and each is short. */
  private static final Duration STATEMENT_LIMIT = Duration.ofSeconds(5);

  /** Longer than that, so that a database that still speaks says itself what took it so long. */
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);

  /**
   * What the server sees to (PostgreSQL 15 manual, chapter 20).
   *
   * <p>A node that hangs or is gone holds its locks no longer than the limits on idle transactions
   * and on connections that do not answer. statement_timeout does not cut a commit short that waits
   * for its standby: it ends with the statement, before the commit is waited for.
   *
   * <p>synchronous_commit is on whatever the database says, since an answered hit must not be lost;
   * just-in-time compilation never pays for statements as short as ours.
   */
  private static final String SERVER_SETTINGS =
      "-c statement_timeout="
          + STATEMENT_LIMIT.toMillis()
          + " -c lock_timeout="
          + STATEMENT_LIMIT.toMillis()
          + " -c idle_in_transaction_session_timeout="
          + ANSWER_LIMIT.toMillis()
          + " -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=3 -c tcp_keepalives_count=3"
          + " -c tcp_user_timeout="
          + ANSWER_LIMIT.toMillis()
          + " -c synchronous_commit=on -c jit=off";

  private PostgresConnection() {}

  /**
   * Statements that look up everything by key and are planned once: by index, whatever the tables
   * are like at the time. A plan made while they are empty reads them whole, and would do so for as
   * long as it takes until somebody counts their rows.
   */
  static final String BY_KEY =
      " -c plan_cache_mode=force_generic_plan"
          + " -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off";

  /**
   * Batches of hits do nothing between their two round trips but decide in memory: a node that
   * takes longer hangs, and the counters that it holds keep all other nodes waiting.
   */
  private static final Duration BATCH_LIMIT = Duration.ofSeconds(2);

  /** For batches of hits: statements {@link #BY_KEY}, and no waiting for a node that hangs. */
  static final String BATCHES =
      BY_KEY + " -c idle_in_transaction_session_timeout=" + BATCH_LIMIT.toMillis();

  /** Connects, to the primary where several hosts are named. */
  static Connection open(RecordUrl url) throws SQLException {
    return open(url, "");
  }

  /** The same with more settings of the server. */
  static Connection open(RecordUrl url, String settings) throws SQLException {
    Properties properties = properties(url);
    properties.setProperty("options", SERVER_SETTINGS + settings);
    return DriverManager.getConnection(url.jdbc(), properties);
  }

  /** What the URL says itself wins over these (PostgreSQL JDBC driver, "Connection parameters"). */
  private static Properties properties(RecordUrl url) {
    Properties properties = url.login();
    properties.setProperty("ApplicationName", "tapwright");
    properties.setProperty("targetServerType", "primary");
    // Each attempt asks the hosts anew: which one is the primary may just have changed.
    properties.setProperty("hostRecheckSeconds", "0");
    properties.setProperty("connectTimeout", String.valueOf(CONNECT_LIMIT.toSeconds()));
    properties.setProperty("socketTimeout", String.valueOf(ANSWER_LIMIT.toSeconds()));
    properties.setProperty("tcpKeepAlive", "true");
    return properties;
  }
}
