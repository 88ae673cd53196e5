package tapwright.server.pay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.money.DisputeStatus;
import tapwright.core.money.RefundState;
import tapwright.core.policy.Money;
import tapwright.server.app.Shown;
import tapwright.server.app.money.NoticeReader;
import tapwright.server.app.money.PaymentNotice;
import tapwright.server.app.money.PaymentRefusal;
import tapwright.server.security.PaymentSignature;

/** Notices as Stripe sends them: an event that holds a refund or a dispute as it stands. */
public final class HttpNotices implements NoticeReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String DISPUTES = "charge.dispute.";

  /** {@code refund.created}, {@code refund.updated}, {@code refund.failed}, and the older name. */
  private static final String REFUNDS = "refund.";

  private static final String OLDER_REFUNDS = "charge.refund.updated";

  private final Optional<PaymentSignature> signature;

  /**
   * A reader of notices.
   *
   * @param secret by which they are signed; where there is none, none is believed
   */
  public HttpNotices(Optional<String> secret) {
    this.signature = secret.map(PaymentSignature::new);
  }

  @Override
  public Checked<PaymentNotice> read(String header, Bytes body, Instant now) {
    Optional<String> fault =
        signature
            .map(known -> known.fault(header, body, now))
            .orElseGet(() -> Optional.of("came to a server that has no secret for notices"));
    return fault
        .<Checked<PaymentNotice>>map(
            seen ->
                Checked.refused(
                    PaymentRefusal.NOTICE_REFUSED.with(
                        "seen", seen, "minutes", PaymentSignature.TOLERANCE.toMinutes())))
        .orElseGet(() -> parsed(body));
  }

  private static Checked<PaymentNotice> parsed(Bytes body) {
    try {
      return event(JSON.readTree(body.toArray()));
    } catch (IOException e) {
      return unreadable("body", "something else", "JSON");
    }
  }

  private static Checked<PaymentNotice> event(JsonNode event) {
    String id = event.path("id").asText();
    if (id.isEmpty() || id.length() > 255 || !event.path("created").isIntegralNumber()) {
      return unreadable("id, created", "missing", "an event with both");
    }
    return content(event.path("type").asText(), event.path("data").path("object"))
        .map(
            content ->
                new PaymentNotice(
                    id, Instant.ofEpochSecond(event.path("created").asLong()), content));
  }

  private static Checked<PaymentNotice.Content> content(String type, JsonNode object) {
    if (type.startsWith(DISPUTES)) {
      return dispute(object);
    }
    return type.startsWith(REFUNDS) || type.equals(OLDER_REFUNDS)
        ? refund(object)
        : Checked.passed(new PaymentNotice.Other());
  }

  private static Checked<PaymentNotice.Content> refund(JsonNode object) {
    Optional<RefundState> state = StripeWords.refundState(object.path("status").asText());
    return state.isEmpty()
        ? status(object)
        : Checked.passed(
            new PaymentNotice.RefundSeen(
                object.path("metadata").path("refund").asText(),
                payments(object),
                object.path("id").asText(),
                state.get()));
  }

  private static Checked<PaymentNotice.Content> dispute(JsonNode object) {
    Optional<DisputeStatus> status = StripeWords.disputeStatus(object.path("status").asText());
    if (status.isEmpty()) {
      return status(object);
    }
    Optional<Money> amount = money(object);
    String id = object.path("id").asText();
    return amount.isEmpty() || id.isEmpty()
        ? unreadable("data.object", "a dispute without id, amount or currency", "all three")
        : Checked.passed(
            new PaymentNotice.DisputeSeen(id, payments(object), amount.get(), status.get()));
  }

  private static Optional<Money> money(JsonNode object) {
    long amount = object.path("amount").asLong(-1);
    String currency = object.path("currency").asText();
    try {
      return amount < 0 ? Optional.empty() : Optional.of(StripeWords.money(amount, currency));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A payment is known as an intent or as a charge, whichever the shop put on record. */
  private static List<String> payments(JsonNode object) {
    return Stream.of("payment_intent", "charge")
        .map(name -> object.path(name).asText())
        .filter(id -> !id.isEmpty() && !id.equals("null"))
        .toList();
  }

  private static <T> Checked<T> status(JsonNode object) {
    return unreadable(
        "data.object.status", Shown.of(object.path("status").asText()), "a status of Stripe's API");
  }

  private static <T> Checked<T> unreadable(String field, String seen, String allowed) {
    return Checked.refused(
        PaymentRefusal.NOTICE_UNREADABLE.with("field", field, "seen", seen, "allowed", allowed));
  }
}
