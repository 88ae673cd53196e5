package tapwright.server.store.upkeep.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tapwright.server.store.RecordUrl.Engine;

/**
 * What a backup says of itself.
 *
 * @param product the version of the program that made it
 * @param engine of which the record is
 * @param schema the version of the record's tables
 * @param keyCheck tells the master key that its keys are wrapped by, as hexadecimal digits; empty
 *     where nothing was ever encrypted in it
 * @param at when it was begun: every hit that was answered before is in it
 * @param rows how many rows each table has
 * @param sha256 of the record in it, as hexadecimal digits
 * @param waiting how many hits it holds beside the record: answered, and not on it yet
 */
public record BackupNote(
    String product,
    Engine engine,
    String schema,
    String keyCheck,
    Instant at,
    SortedMap<String, Long> rows,
    String sha256,
    int waiting) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public BackupNote {
    rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
  }

  /**
   * What of a note is known before its record is written.
   *
   * @param product the version of the program
   * @param at now
   */
  public record Made(String product, Instant at) {}

  /** The same with so many hits beside the record. */
  BackupNote withWaiting(int hits) {
    return new BackupNote(product, engine, schema, keyCheck, at, rows, sha256, hits);
  }

  byte[] toJson() {
    ObjectNode json = JSON.createObjectNode();
    json.put("product", product)
        .put("engine", engine.name())
        .put("schema", schema)
        .put("keyCheck", keyCheck)
        .put("at", at.toString())
        .put("sha256", sha256)
        .put("waiting", waiting)
        .set("rows", JSON.valueToTree(rows));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a note is always JSON", e);
    }
  }

  /** The note; empty where the text is none. */
  static Optional<BackupNote> read(byte[] text) {
    try {
      JsonNode json = JSON.readTree(text);
      SortedMap<String, Long> rows = new TreeMap<>();
      for (Map.Entry<String, JsonNode> one : json.path("rows").properties()) {
        rows.put(one.getKey(), one.getValue().asLong());
      }
      return Optional.of(
          new BackupNote(
              json.path("product").asText(),
              Engine.valueOf(json.path("engine").asText()),
              json.path("schema").asText(),
              json.path("keyCheck").asText(),
              Instant.parse(json.path("at").asText()),
              rows,
              json.path("sha256").asText(),
              json.path("waiting").asInt()));
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
