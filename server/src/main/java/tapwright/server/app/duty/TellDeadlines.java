package tapwright.server.app.duty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tapwright.server.app.claim.Escalation;
import tapwright.server.record.Records;
import tapwright.server.record.claim.Deadline;
import tapwright.server.record.duty.OutEvent;

/**
 * Makes events of deadlines that come near and that have passed; the latter escalate their claims.
 */
public final class TellDeadlines implements Duty {

  private static final int PART = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String name() {
    return "tell-deadlines";
  }

  @Override
  public boolean isDue(Records records, Instant now) {
    return !records.deadlines().open(now, 1).isEmpty();
  }

  @Override
  public boolean doPart(Records records, Instant now) {
    List<Deadline> open = records.deadlines().open(now, PART);
    for (Deadline deadline : open) {
      records.outbox().add(event(deadline, now));
      records.deadlines().told(deadline, now);
      if (deadline.notice() == Deadline.Notice.PASSED) {
        Escalation.of(records, deadline, now);
      }
    }
    return open.size() == PART;
  }

  private static OutEvent event(Deadline deadline, Instant now) {
    String notice = deadline.notice().name().toLowerCase(Locale.ROOT);
    return new OutEvent(
        String.join(".", deadline.claimId(), deadline.step(), notice),
        deadline.seller(),
        "deadline." + notice,
        payload(deadline),
        now);
  }

  private static String payload(Deadline deadline) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("claimId", deadline.claimId());
    told.put("cardId", deadline.card().toString());
    told.put("step", deadline.step());
    told.put("dueAt", deadline.dueAt().toString());
    try {
      return JSON.writeValueAsString(told);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts are always JSON", e);
    }
  }
}
