package tapwright.server.http;

import io.vertx.openapi.validation.ValidatedRequest;
import java.math.BigDecimal;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.app.IdempotencyKey;

/**
 * A request that passed the document's checks.
 *
 * @param caller who asks
 * @param checked its parameters
 * @param body its body; empty for none
 */
record Request(Caller caller, ValidatedRequest checked, String body) {

  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  private static final int DEFAULT_LIMIT = 100;

  <T> T bodyAs(Class<T> type) {
    return Json.read(body, type);
  }

  /** The body hash covers what is asked and with what, so that a key opens one answer only. */
  IdempotencyKey idempotencyKey() {
    var header = checked.getHeaders().get(IDEMPOTENCY_KEY);
    if (header == null) {
      throw new IllegalStateException("the document does not ask for " + IDEMPOTENCY_KEY);
    }
    return new IdempotencyKey(String.valueOf(header.get()), Bytes.ofUtf8(body).sha256());
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
