package tapwright.server.app.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import tapwright.server.app.IdSource;
import tapwright.server.app.duty.Duty;
import tapwright.server.record.Records;
import tapwright.server.record.duty.OutEvent;
import tapwright.server.record.hook.Delivery;
import tapwright.server.record.hook.Webhook;

/** Sets every event of the outbox on its way to the endpoints that want it. */
public final class MakeDeliveries implements Duty {

  private static final String CONSUMER = "webhooks";
  private static final int PART = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final IdSource ids;

  public MakeDeliveries(IdSource ids) {
    this.ids = ids;
  }

  @Override
  public String name() {
    return "make-deliveries";
  }

  @Override
  public boolean isDue(Records records, Instant now) {
    return !records.outbox().next(CONSUMER, 1).isEmpty();
  }

  @Override
  public boolean doPart(Records records, Instant now) {
    List<OutEvent> events = records.outbox().next(CONSUMER, PART);
    for (OutEvent event : events) {
      records.forSeller(event.seller(), () -> deliver(records, event, now));
    }
    records.outbox().taken(CONSUMER, events.size());
    return events.size() == PART;
  }

  private int deliver(Records records, OutEvent event, Instant now) {
    List<Webhook> wanting =
        records.webhooks().of(event.seller()).stream()
            .filter(webhook -> webhook.wants(event.kind()))
            .toList();
    for (Webhook webhook : wanting) {
      records.deliveries().add(delivery(webhook, event, now));
    }
    return wanting.size();
  }

  private Delivery delivery(Webhook webhook, OutEvent event, Instant now) {
    return new Delivery(
        "msg_" + ids.next(),
        webhook.id(),
        webhook.seller(),
        event.id(),
        event.kind(),
        body(event),
        Delivery.Progress.due(now),
        now);
  }

  /** Type, timestamp and data, as the Standard Webhooks text has them. */
  private static String body(OutEvent event) {
    try {
      ObjectNode body = JSON.createObjectNode();
      body.put("type", event.kind());
      body.put("timestamp", event.at().toString());
      body.set("data", JSON.readTree(event.payload()));
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the payload of event " + event.id() + " is no JSON", e);
    }
  }
}
