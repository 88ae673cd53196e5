package tapwright.server.store.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.sqlite.SQLiteErrorCode;
import tapwright.server.record.StoreFault;

/**
 * In what the engines differ, as far as the statements of the record meet it.
 *
 * <p>Most are the same text for both: upserts are, and the drivers turn truth values, numbers and
 * bytes into what their engine keeps.
 */
public enum Dialect {
  SQLITE {
    @Override
    public RuntimeException failure(String doing, SQLException e) {
      return isOurs(SQLiteErrorCode.getErrorCode(e.getErrorCode()))
          ? brokenRule(doing, e)
          : new StoreFault.Unavailable(doing, e);
    }

    // Broken rules, values that do not fit, and statements that the engine does not know
    // (sqlite.org/rescode.html); all others are of the disk, the file or who else uses it.
    private boolean isOurs(SQLiteErrorCode code) {
      return switch (code) {
        case SQLITE_CONSTRAINT, SQLITE_ERROR, SQLITE_MISMATCH, SQLITE_TOOBIG, SQLITE_RANGE -> true;
        default -> false;
      };
    }

    // One connection writes, so nobody can have been faster.
    @Override
    RuntimeException overtaken(String doing) {
      return new IllegalStateException("no row was there to be changed by: " + doing);
    }

    @Override
    String among(String column) {
      return column + " IN (SELECT value FROM json_each(?))";
    }

    @Override
    Object list(Collection<String> values) {
      return Json.text(values);
    }

    @Override
    public String numbers(String name, List<String> columns) {
      List<String> extracted = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        extracted.add("json_extract(value, '$[%d]') AS %s".formatted(i, columns.get(i)));
      }
      return "(SELECT %s FROM json_each(?)) AS %s".formatted(String.join(", ", extracted), name);
    }

    @Override
    public String text(String value) {
      return value;
    }
  },

  /** Codes: PostgreSQL 15 manual, appendix A. */
  POSTGRESQL {
    @Override
    public RuntimeException failure(String doing, SQLException e) {
      String code = String.valueOf(e.getSQLState());
      return switch (code) {
        // serialization_failure, deadlock_detected
        case "40001", "40P01" -> Contended.by(e, doing);
        // unique_violation: also how a race between two serializable transactions may end (13.2.3)
        case "23505" -> Contended.atARule(e, doing);
        default -> isOurs(code) ? brokenRule(doing, e) : new StoreFault.Unavailable(doing, e);
      };
    }

    // Data exceptions, integrity violations, and statements that the engine does not know.
    private boolean isOurs(String code) {
      return code.startsWith("22") || code.startsWith("23") || code.startsWith("42");
    }

    @Override
    RuntimeException overtaken(String doing) {
      return Contended.by(new SQLException("the row was changed since it was read"), doing);
    }

    @Override
    String among(String column) {
      return column + " = ANY (?)";
    }

    @Override
    Object list(Collection<String> values) {
      return values.toArray(String[]::new);
    }

    @Override
    public String numbers(String name, List<String> columns) {
      List<String> extracted = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        extracted.add("(value ->> %d)::bigint AS %s".formatted(i, columns.get(i)));
      }
      return "(SELECT %s FROM json_array_elements(?::json)) AS %s"
          .formatted(String.join(", ", extracted), name);
    }

    // No text of PostgreSQL holds the character U+0000 (manual of version 15, section 8.3); it is
    // kept as the one that stands for what cannot be shown.
    @Override
    public String text(String value) {
      return value.indexOf('\0') < 0 ? value : value.replace('\0', '\uFFFD');
    }
  };

  /** What a failed statement means: our defect, the world's failure, or that it must run again. */
  public abstract RuntimeException failure(String doing, SQLException e);

  /** What it means that a row which was read in this transaction is not any more as it was read. */
  abstract RuntimeException overtaken(String doing);

  /** The condition that a column has one of the values that are bound as one {@link #list}. */
  abstract String among(String column);

  /** Any number of values as one value to bind. */
  abstract Object list(Collection<String> values);

  /**
   * Any number of rows of whole numbers that are bound as one text: JSON, an array of arrays.
   *
   * @param name of what they are selected from
   * @param columns what the numbers of a row are called
   */
  public abstract String numbers(String name, List<String> columns);

  /** The text as the engine can keep it. */
  public abstract String text(String value);

  private static IllegalStateException brokenRule(String doing, SQLException e) {
    return new IllegalStateException("a rule of the schema was broken by: " + doing, e);
  }
}
