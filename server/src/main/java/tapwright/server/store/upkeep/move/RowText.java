package tapwright.server.store.upkeep.move;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A row as COPY reads it (PostgreSQL manual, COPY, text format): values parted by tabs, null as
 * backslash and N, bytes in hexadecimal digits.
 *
 * <p>The same row gives the same text whichever engine it comes from: truth values are 0 and 1, as
 * SQLite keeps them.
 */
final class RowText {

  private RowText() {}

  static String of(ResultSet row, int columns) throws SQLException {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= columns; i++) {
      if (i > 1) {
        text.append('\t');
      }
      append(text, row.getObject(i));
    }
    return text.append('\n').toString();
  }

  private static void append(StringBuilder text, @Nullable Object value) {
    switch (value) {
      case null -> text.append("\\N");
      case Number number -> text.append(number.longValue());
      case Boolean yes -> text.append(yes ? 1 : 0);
      case byte[] bytes -> text.append("\\\\x").append(HexFormat.of().formatHex(bytes));
      case String words -> escape(text, words);
      default -> throw new IllegalArgumentException("a column holds a " + value.getClass());
    }
  }

  private static void escape(StringBuilder text, String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }
}
