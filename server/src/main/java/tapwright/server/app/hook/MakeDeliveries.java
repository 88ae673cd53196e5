package tapwright.server.app.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import tapwright.server.app.IdSource;
import tapwright.server.app.duty.EventDuty;
import tapwright.server.record.Records;
import tapwright.server.record.duty.OutEvent;
import tapwright.server.record.hook.Delivery;
import tapwright.server.record.hook.Webhook;

/** Sets every event of the outbox on its way to the endpoints that want it. */
public final class MakeDeliveries implements EventDuty {

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
  public String consumer() {
    return "webhooks";
  }

  @Override
  public void take(Records records, OutEvent event, Instant now) {
    records.webhooks().of(event.seller()).stream()
        .filter(webhook -> webhook.wants(event.kind()))
        .map(webhook -> delivery(webhook, event, now))
        .forEach(records.deliveries()::add);
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
