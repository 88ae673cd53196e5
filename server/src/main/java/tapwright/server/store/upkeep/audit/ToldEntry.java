package tapwright.server.store.upkeep.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An entry of a trail as it is kept, whatever became of it: what it does not say is an empty text.
 *
 * @param detail nothing where it is no JSON any more
 */
record ToldEntry(long number, String kind, JsonNode detail) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static ToldEntry of(ResultSet row) throws SQLException {
    return new ToldEntry(
        row.getLong("number"), row.getString("kind"), json(row.getString("detail")));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  String text(String field) {
    return detail.path(field).asText();
  }

  /** An instant as finely as tables keep it; what is none stays as it is. */
  static String instant(String text) {
    try {
      return Instant.parse(text).truncatedTo(ChronoUnit.MICROS).toString();
    } catch (DateTimeException e) {
      return text;
    }
  }
}
