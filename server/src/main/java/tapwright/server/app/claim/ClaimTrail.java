package tapwright.server.app.claim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tapwright.core.trail.Subject;
import tapwright.core.trail.TrailEntry;
import tapwright.server.record.Records;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.duty.OutEvent;

/** What happened to a claim, written down and told in the work in which it happens. */
final class ClaimTrail {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ClaimTrail() {}

  /**
   * What happened.
   *
   * @param kind lower-case words joined by hyphens
   * @param detail words and numbers that say more; nothing personal
   */
  record Happening(String kind, Map<String, ?> detail) {

    static Happening of(String kind) {
      return new Happening(kind, Map.of());
    }
  }

  static void add(Records records, StoredClaim claim, Deed deed, Happening happening) {
    Subject subject = subject(claim);
    long number = records.trails().of(subject).size() + 1L;
    records.outbox().add(event(claim, deed, happening, number));
    records
        .trails()
        .add(
            subject,
            new TrailEntry(
                number,
                happening.kind(),
                json(happening.detail()),
                deed.by(),
                deed.cause(),
                deed.at(),
                deed.recordedAt()));
  }

  private static OutEvent event(StoredClaim claim, Deed deed, Happening happening, long number) {
    Map<String, Object> told = new TreeMap<>(happening.detail());
    told.put("claimId", claim.id());
    told.put("cardId", claim.card().toString());
    return new OutEvent(
        claim.id() + "." + number,
        claim.seller(),
        "claim." + happening.kind(),
        json(told),
        deed.recordedAt());
  }

  static List<TrailEntry> of(Records records, StoredClaim claim) {
    return records.trails().of(subject(claim));
  }

  private static Subject subject(StoredClaim claim) {
    return new Subject(claim.seller(), Subject.Area.CLAIM, claim.id());
  }

  /** Its keys in order, so that equal details are equal entries. */
  static String json(Map<String, ?> detail) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(detail));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("words and numbers are always JSON", e);
    }
  }
}
