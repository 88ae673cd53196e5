package tapwright.server.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import tapwright.server.record.StoreFault;

/** What is said when a database cannot be worked on at all: in one line, and what to set. */
public final class Opening {

  /** SQLITE_NOTADB (sqlite.org/rescode.html). */
  private static final int NO_DATABASE = 26;

  /** SQLSTATE classes and codes (PostgreSQL 15 manual, appendix A). */
  private static final String CONNECTION = "08";

  private static final String CONNECTION_REJECTED = "08004";
  private static final String LOGIN = "28";
  private static final String NO_SUCH_DATABASE = "3D000";

  private Opening() {}

  /** The fault, whatever the database or a library made of it. */
  public static StoreFault failed(String doing, RecordUrl url, Exception e) {
    return new StoreFault.Unavailable(doing, new SQLException(reason(url, e), e));
  }

  private static String reason(RecordUrl url, Exception e) {
    @Nullable SQLException said = innermost(e);
    if (said == null) {
      return sentence(e);
    }
    return switch (url.engine()) {
      case SQLITE ->
          said.getErrorCode() == NO_DATABASE ? url.file() + " is no SQLite file" : sentence(said);
      case POSTGRESQL -> sentence(said) + advice(String.valueOf(said.getSQLState()));
    };
  }

  private static String advice(String state) {
    if (state.startsWith(LOGIN) || state.equals(CONNECTION_REJECTED)) {
      return "; set TAPWRIGHT_DB_USER and TAPWRIGHT_DB_PASSWORD";
    }
    if (state.startsWith(CONNECTION)) {
      return "; check host and port, and whether the database runs";
    }
    return state.equals(NO_SUCH_DATABASE) ? "; make it, or name another" : "";
  }

  /** Libraries wrap what the database said in blocks of their own. */
  private static @Nullable SQLException innermost(Throwable e) {
    @Nullable SQLException found = null;
    for (@Nullable Throwable one = e; one != null; one = one.getCause()) {
      if (one instanceof SQLException sql) {
        found = sql;
      }
    }
    return found;
  }

  /** The first sentence of the first line; advice that follows it is of others. */
  private static String sentence(Throwable e) {
    String line = String.valueOf(e.getMessage()).strip().split("\\R", 2)[0].strip();
    String first = line.split("\\. ", 2)[0];
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }
}
