package tapwright.server.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tapwright.core.ndef.LinkCounting;
import tapwright.server.app.Answer;
import tapwright.server.app.order.AdoptCards;
import tapwright.server.app.order.AdoptCsv;
import tapwright.server.app.order.AdoptLine;
import tapwright.server.app.order.ChipOrder;
import tapwright.server.app.order.OrderLine;

/** Cards that are out already, as JSON or as a table. */
final class AdoptRoutes {

  private static final int CREATED = 201;

  private final AdoptCards adoptCards;

  AdoptRoutes(AdoptCards adoptCards) {
    this.adoptCards = adoptCards;
  }

  CompletableFuture<Reply> adopt(Request request) {
    List<AdoptLine> lines = new ArrayList<>();
    for (CardToAdoptJson card : request.bodyAs(CardsToAdoptJson.class).cards()) {
      lines.add(card.toLine(lines.size() + 1));
    }
    return adopt(request, lines);
  }

  CompletableFuture<Reply> adoptCsv(Request request) {
    return switch (AdoptCsv.parse(request.body())) {
      case Answer.Done<List<AdoptLine>> done -> adopt(request, done.value());
      case Answer.Refused<List<AdoptLine>> refused ->
          CompletableFuture.completedFuture(Reply.refused(refused.refusal(), refused.fields()));
    };
  }

  private CompletableFuture<Reply> adopt(Request request, List<AdoptLine> lines) {
    return adoptCards
        .adopt(request.caller(), request.idempotencyKey(), lines)
        .thenApply(answer -> Reply.of(CREATED, answer, adoption -> adoption));
  }

  /** The body of a request to adopt cards. */
  record CardsToAdoptJson(List<CardToAdoptJson> cards) {}

  /** One card of it. */
  record CardToAdoptJson(
      String slug,
      String uid,
      @Nullable String model,
      String state,
      @Nullable String issuedAt,
      @Nullable String activatedAt,
      @Nullable Long taps,
      @Nullable Long counter,
      @Nullable Boolean locked,
      @Nullable String order,
      @Nullable String account,
      @Nullable String pack,
      OrderRoutes.ContactJson contact,
      @Nullable String target,
      @Nullable String counting,
      @Nullable Map<String, Object> facts,
      @Nullable Instant expiresAt) {

    AdoptLine toLine(int number) {
      return new AdoptLine(
          new OrderLine(
              number,
              AdoptCards.orderNumber(OrderRoutes.orEmpty(order), slug.strip()),
              OrderRoutes.orEmpty(account),
              OrderRoutes.orEmpty(pack),
              contact.toContact(),
              OrderRoutes.orEmpty(target),
              new ChipOrder(linkCounting(), false, false),
              OrderRoutes.texts(facts),
              Optional.ofNullable(expiresAt),
              ""),
          said());
    }

    private LinkCounting linkCounting() {
      return counting == null ? LinkCounting.MIRROR : CardJson.read(LinkCounting.class, counting);
    }

    private Map<String, String> said() {
      Map<String, String> said = new LinkedHashMap<>();
      put(said, "slug", slug);
      put(said, "uid", uid);
      put(said, "model", model);
      put(said, "state", state);
      put(said, "issuedAt", issuedAt);
      put(said, "activatedAt", activatedAt);
      put(said, "taps", taps);
      put(said, "counter", counter);
      put(said, "locked", locked);
      return said;
    }

    private static void put(Map<String, String> said, String field, @Nullable Object value) {
      if (value != null) {
        said.put(field, String.valueOf(value).strip());
      }
    }
  }
}
