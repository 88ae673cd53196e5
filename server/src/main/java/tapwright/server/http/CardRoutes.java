package tapwright.server.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardId;
import tapwright.core.card.Hold;
import tapwright.core.card.Mark;
import tapwright.core.card.Slug;
import tapwright.core.card.Tier;
import tapwright.server.app.Answer;
import tapwright.server.app.FieldError;
import tapwright.server.app.card.CardAct;
import tapwright.server.app.card.CardView;
import tapwright.server.app.card.FindCards;
import tapwright.server.app.card.RunCards;
import tapwright.server.app.card.SeenCard;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardFilter;

/** Cards: seen, found, moved along their lives, led elsewhere. */
final class CardRoutes {

  private static final String NO_SLUG = "-";

  private final FindCards findCards;
  private final RunCards runCards;

  CardRoutes(FindCards findCards, RunCards runCards) {
    this.findCards = findCards;
    this.runCards = runCards;
  }

  CompletableFuture<Reply> view(Request request) {
    return onCard(
        request,
        card ->
            findCards
                .view(request.caller(), card)
                .thenApply(answer -> Reply.of(200, answer, CardJson::full)));
  }

  CompletableFuture<Reply> list(Request request) {
    Optional<String> words = request.query("word");
    if (words.isPresent()) {
      return findCards
          .search(request.caller().seller(), words.get(), request.limit())
          .thenApply(cards -> Reply.ok(new CardList(listed(cards), null)));
    }
    CardFilter filter =
        new CardFilter(
            request.caller().seller(),
            request.query("order").orElse(""),
            request.query("slug").map(CardRoutes::slug).orElse(""),
            request.query("mark").map(word -> CardJson.read(Mark.class, word)),
            request.query("after").flatMap(CardId::parse).map(CardId::value).orElse(0L),
            request.limit());
    return findCards.list(filter).thenApply(cards -> Reply.ok(page(cards, filter.limit())));
  }

  /** A text that spells no slug is looked for as one that no card has. */
  private static String slug(String text) {
    return Slug.parse(text).map(Slug::value).orElse(NO_SLUG);
  }

  private static CardList page(List<CardView> cards, int limit) {
    boolean more = cards.size() == limit;
    return new CardList(listed(cards), more ? cards.getLast().card().id().toString() : null);
  }

  private static List<CardJson.Full> listed(List<CardView> cards) {
    return cards.stream().map(CardJson::listed).toList();
  }

  CompletableFuture<Reply> setTarget(Request request) {
    TargetJson body = request.bodyAs(TargetJson.class);
    return onCard(
        request,
        card ->
            runCards
                .leadTo(request.caller(), new SeenCard(card, body.seen()), body.target())
                .thenApply(answer -> Reply.of(200, answer, CardJson::brief)));
  }

  CompletableFuture<Reply> setExpiry(Request request) {
    ExpiryJson body = request.bodyAs(ExpiryJson.class);
    return onCard(
        request,
        card ->
            runCards
                .expireAt(request.caller(), new SeenCard(card, body.seen()), body.end())
                .thenApply(answer -> Reply.of(200, answer, CardJson::brief)));
  }

  CompletableFuture<Reply> act(Request request) {
    EventJson body = request.bodyAs(EventJson.class);
    Optional<CardEvent> event = body.toEvent();
    if (event.isEmpty()) {
      return CompletableFuture.completedFuture(body.incomplete());
    }
    CardAct act =
        new CardAct(
            event.get(),
            Optional.ofNullable(body.version()),
            body.cause() == null ? "" : body.cause(),
            Optional.ofNullable(body.at()));
    return onCard(
        request,
        card ->
            act(request, card, act).thenApply(answer -> Reply.of(200, answer, CardJson::brief)));
  }

  /** Shops from before did without a key. */
  private CompletableFuture<Answer<Card>> act(Request request, CardId card, CardAct act) {
    return request.idempotencyHeader().isEmpty()
        ? runCards.act(request.caller(), card, act)
        : runCards.actOnce(request.caller(), request.idempotencyKey(), card, act);
  }

  static CompletableFuture<Reply> onCard(
      Request request, Function<CardId, CompletableFuture<Reply>> work) {
    return request
        .cardId()
        .map(work)
        .orElseGet(() -> CompletableFuture.completedFuture(request.cardUnknown()));
  }

  /** Cards, and where the next ones begin. */
  record CardList(List<CardJson.Full> cards, @Nullable String next) {}

  /** The body of a request to lead a card elsewhere. */
  record TargetJson(String target, @Nullable Long version) {

    Optional<Long> seen() {
      return Optional.ofNullable(version);
    }
  }

  /** The body of a request to say when a card's time is over. */
  record ExpiryJson(@Nullable Instant expiresAt, @Nullable Long version) {

    Optional<Instant> end() {
      return Optional.ofNullable(expiresAt);
    }

    Optional<Long> seen() {
      return Optional.ofNullable(version);
    }
  }

  /** The body of a request to let something happen to a card. */
  record EventJson(
      String event,
      @Nullable String hold,
      @Nullable String tier,
      @Nullable Long version,
      @Nullable String cause,
      @Nullable Instant at) {

    /** The event; empty when what it needs is not there. */
    Optional<CardEvent> toEvent() {
      return switch (event) {
        case "held" -> holdNamed().map(CardEvent.Held::new);
        case "released" -> holdNamed().map(CardEvent.Released::new);
        case "tier-set" ->
            Optional.ofNullable(tier)
                .map(word -> new CardEvent.TierSet(CardJson.read(Tier.class, word)));
        default -> Optional.of(CardJson.read(CardEvent.Step.class, event));
      };
    }

    private Optional<Hold> holdNamed() {
      return Optional.ofNullable(hold).map(word -> CardJson.read(Hold.class, word));
    }

    Reply incomplete() {
      FieldError error =
          new FieldError(
              0,
              event.equals("tier-set") ? "/tier" : "/hold",
              "nothing",
              "one of the words in /openapi.json, since event is " + event);
      return Reply.refused(
          HttpRefusal.invalid(1, error.field() + " is nothing, allowed is " + error.allowed()),
          List.of(error));
    }
  }
}
