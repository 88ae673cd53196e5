package tapwright.server.main.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.ndef.CardMessages;
import tapwright.core.ndef.Link;
import tapwright.core.ndef.LinkCounting;

/** A reader station as a story needs it: makes what is leased, without a reader. */
final class Desk {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** After the reads of the desk itself. */
  private static final int BASELINE = 2;

  private final Phone phone;
  private int made;

  Desk(Phone phone) {
    this.phone = phone;
  }

  /** What is sent to lease all that waits. */
  String lease() {
    return "{\"max\": 50}";
  }

  /** What is reported of the jobs that were leased: each a chip, read back equal. */
  Optional<String> report(JsonNode leased, Instant at) {
    List<ObjectNode> events = new ArrayList<>();
    leased.path("jobs").forEach(job -> events.add(event(job, at)));
    if (events.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode report = JSON.createObjectNode();
    report.putArray("events").addAll(events);
    return Optional.of(report.toString());
  }

  private ObjectNode event(JsonNode job, Instant at) {
    made++;
    String uid = "04%012X".formatted(made);
    boolean mirrors = job.path("mirrorCounter").asBoolean();
    ObjectNode event = JSON.createObjectNode();
    event.put("eventId", "made-" + made);
    event.put("jobId", job.path("jobId").asText());
    event.put("at", at.toString());
    event.put("kind", "VERIFIED");
    ObjectNode encoded = event.putObject("encoded");
    encoded.put("uid", uid);
    encoded.put("model", "NTAG215");
    encoded.put("message", message(job.path("link").asText(), mirrors).toHex());
    encoded.put("exchanges", 18);
    // a chip that puts no counter into its link has no baseline, and each hit on its link counts
    if (mirrors) {
      encoded.put("counterBaseline", BASELINE);
      phone.holds(job.path("slug").asText(), uid, BASELINE);
    }
    return event;
  }

  private static Bytes message(String link, boolean mirrors) {
    LinkCounting counting = mirrors ? LinkCounting.MIRROR : LinkCounting.NONE;
    return CardMessages.of(new Link(link), Optional.empty(), counting).getFirst();
  }
}
