package tapwright.server.http;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tapwright.server.app.card.SeenCard;
import tapwright.server.app.holder.ChangeContact;
import tapwright.server.app.order.ReplaceCards;

/** Cards in the field: another one in their place, another contact on them. */
final class SuccessionRoutes {

  private static final int CREATED = 201;

  private final ReplaceCards replaceCards;
  private final ChangeContact changeContact;

  SuccessionRoutes(ReplaceCards replaceCards, ChangeContact changeContact) {
    this.replaceCards = replaceCards;
    this.changeContact = changeContact;
  }

  CompletableFuture<Reply> replace(Request request) {
    ReplacementJson body = request.bodyAs(ReplacementJson.class);
    return CardRoutes.onCard(
        request,
        card ->
            replaceCards
                .replace(
                    request.caller(),
                    request.idempotencyKey(),
                    new ReplaceCards.Wish(
                        new SeenCard(card, Optional.ofNullable(body.version())),
                        CardJson.read(ReplaceCards.Reason.class, body.reason()),
                        body.cause() == null ? "" : body.cause()))
                .thenApply(answer -> Reply.of(CREATED, answer, replacement -> replacement)));
  }

  CompletableFuture<Reply> setContact(Request request) {
    ContactChangeJson body = request.bodyAs(ContactChangeJson.class);
    return CardRoutes.onCard(
        request,
        card ->
            changeContact
                .change(
                    request.caller(),
                    new SeenCard(card, Optional.ofNullable(body.version())),
                    body.contact().toContact())
                .thenApply(answer -> Reply.of(200, answer, CardJson::brief)));
  }

  /** The body of a request for another card in the place of one. */
  record ReplacementJson(String reason, @Nullable String cause, @Nullable Long version) {}

  /** The body of a request to let a card speak for another contact. */
  record ContactChangeJson(OrderRoutes.ContactJson contact, @Nullable Long version) {}
}
