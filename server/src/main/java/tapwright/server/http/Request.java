package tapwright.server.http;

import io.vertx.openapi.validation.ValidatedRequest;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.app.FieldError;
import tapwright.server.app.Shown;
import tapwright.server.record.order.IdempotencyKey;

/**
 * A request that passed the document's checks.
 *
 * @param visit who asks, and by which session
 * @param checked its parameters
 * @param body its body; empty for none
 * @param idempotencyHeader the key as it was sent; empty for none
 */
record Request(
    Gate.Passage.Open visit, ValidatedRequest checked, String body, String idempotencyHeader) {

  static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private static final Pattern KEY = Pattern.compile("[!-~]{1,80}");
  private static final int DEFAULT_LIMIT = 100;

  Caller caller() {
    return visit.caller();
  }

  <T> T bodyAs(Class<T> type) {
    return Json.read(body, type);
  }

  /** The body hash covers what is asked and with what, so that a key opens one answer only. */
  IdempotencyKey idempotencyKey() {
    if (!KEY.matcher(idempotencyHeader).matches()) {
      throw new Unreadable(
          new FieldError(
              0,
              IDEMPOTENCY_KEY,
              Shown.of(idempotencyHeader),
              "1 to 80 characters from ! to ~ of ASCII"));
    }
    return new IdempotencyKey(idempotencyHeader, Bytes.ofUtf8(body).sha256());
  }

  /** As above, where the body alone does not say what it is about. */
  IdempotencyKey idempotencyKey(String about) {
    return new IdempotencyKey(idempotencyKey().key(), Bytes.ofUtf8(about + "\n" + body).sha256());
  }

  String path(String name) {
    var parameter = checked.getPathParameters().get(name);
    if (parameter == null) {
      throw new IllegalStateException("the document has no path parameter " + name);
    }
    return String.valueOf(parameter.get());
  }

  Optional<String> query(String name) {
    var parameter = checked.getQuery().get(name);
    return parameter == null || parameter.isNull()
        ? Optional.empty()
        : Optional.of(String.valueOf(parameter.get()));
  }

  int limit() {
    return query("limit").map(Request::whole).orElse(DEFAULT_LIMIT);
  }

  /** A number that the document calls an integer, which 1.0 and 1e0 are as well. */
  private static int whole(String number) {
    return new BigDecimal(number).intValueExact();
  }

  /** The card that the path names; empty when the digits are no card's. */
  Optional<CardId> cardId() {
    return CardId.parse(path("cardId"));
  }

  /** The answer where the path's digits are no card's. */
  Reply cardUnknown() {
    return Reply.refused(AppRefusal.CARD_UNKNOWN.with("card", path("cardId")));
  }
}
