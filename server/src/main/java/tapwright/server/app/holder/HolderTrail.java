package tapwright.server.app.holder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tapwright.core.card.SellerId;
import tapwright.core.trail.Subject;
import tapwright.core.trail.TrailEntry;
import tapwright.server.app.Caller;
import tapwright.server.record.Records;

/**
 * What was done with a person's data, within a transaction. It outlives the person's contacts, so
 * nothing in it is personal and nothing is in free words.
 */
final class HolderTrail {

  static final String ASKED = "deletion-asked";
  static final String FORGOTTEN = "forgotten";
  static final String EXPORTED = "exported";

  /** Who runs the machine, and has signed in to nothing of ours. */
  static final String OPERATOR = "operator";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};

  private final Records records;
  private final Subject subject;

  HolderTrail(Records records, SellerId seller, String holder) {
    this.records = records;
    this.subject = new Subject(seller, Subject.Area.HOLDER, holder);
  }

  static TrailEntry.By by(Caller caller) {
    return new TrailEntry.By(caller.name(), caller.role().name().toLowerCase(Locale.ROOT));
  }

  List<TrailEntry> entries() {
    return records.trails().of(subject);
  }

  void add(String kind, Map<String, String> detail, TrailEntry.By by, Instant now) {
    long number = entries().size() + 1L;
    records.trails().add(subject, new TrailEntry(number, kind, text(detail), by, "", now, now));
  }

  private static String text(Map<String, String> detail) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(detail));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts are always JSON", e);
    }
  }

  /** What an entry of this trail says in its detail. */
  static Map<String, String> detail(TrailEntry entry) {
    try {
      return JSON.readValue(entry.detail(), MAP);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("entry " + entry.number() + " is not as it was written", e);
    }
  }
}
