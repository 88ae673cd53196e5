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
import tapwright.core.wire.WireContact;
import tapwright.server.app.Answer;
import tapwright.server.app.order.ChipOrder;
import tapwright.server.app.order.FindOrders;
import tapwright.server.app.order.OrderCsv;
import tapwright.server.app.order.OrderLine;
import tapwright.server.app.order.PlaceOrders;
import tapwright.server.record.order.OrderFilter;

/** Orders in, as JSON or as a table. */
final class OrderRoutes {

  private static final int CREATED = 201;

  private final PlaceOrders placeOrders;
  private final FindOrders findOrders;

  OrderRoutes(PlaceOrders placeOrders, FindOrders findOrders) {
    this.placeOrders = placeOrders;
    this.findOrders = findOrders;
  }

  CompletableFuture<Reply> list(Request request) {
    OrderFilter filter =
        new OrderFilter(
            request.caller().seller(),
            request.query("order"),
            Cursor.instant(request, "since"),
            Cursor.instant(request, "until"),
            Cursor.page(request));
    return findOrders
        .list(filter)
        .thenApply(orders -> Reply.ok(OrderJson.OrderList.of(orders, filter.page())));
  }

  CompletableFuture<Reply> place(Request request) {
    List<OrderLine> lines = new ArrayList<>();
    for (LineJson line : request.bodyAs(OrdersJson.class).orders()) {
      lines.add(line.toLine(lines.size() + 1));
    }
    return place(request, lines);
  }

  CompletableFuture<Reply> placeCsv(Request request) {
    return switch (OrderCsv.parse(request.body())) {
      case Answer.Done<List<OrderLine>> done -> place(request, done.value());
      case Answer.Refused<List<OrderLine>> refused ->
          CompletableFuture.completedFuture(Reply.refused(refused.refusal(), refused.fields()));
    };
  }

  private CompletableFuture<Reply> place(Request request, List<OrderLine> lines) {
    return placeOrders
        .place(request.caller(), request.idempotencyKey(), lines)
        .thenApply(answer -> Reply.of(CREATED, answer, placement -> placement));
  }

  /** The body of a request to order. */
  record OrdersJson(List<LineJson> orders) {}

  /** One line of it. */
  record LineJson(
      String order,
      @Nullable String account,
      @Nullable String pack,
      ContactJson contact,
      @Nullable String target,
      @Nullable Boolean mirror,
      @Nullable String counting,
      @Nullable ProtectJson protect,
      @Nullable Map<String, Object> facts,
      @Nullable Instant expiresAt,
      @Nullable String language) {

    OrderLine toLine(int number) {
      return new OrderLine(
          number,
          order.strip(),
          orEmpty(account),
          orEmpty(pack),
          contact.toContact(),
          orEmpty(target),
          new ChipOrder(linkCounting(), protection().wantsPassword(), protection().wantsLock()),
          texts(facts),
          Optional.ofNullable(expiresAt),
          orEmpty(language));
    }

    /** Shops that know the older field only say by it whether the chip mirrors its counter. */
    private LinkCounting linkCounting() {
      if (counting != null) {
        return CardJson.read(LinkCounting.class, counting);
      }
      return mirror == null || mirror ? LinkCounting.MIRROR : LinkCounting.NONE;
    }

    private ProtectJson protection() {
      return protect == null ? ProtectJson.NOTHING : protect;
    }
  }

  /** What a line asks its chip to be protected by; what is left out is not asked. */
  record ProtectJson(@Nullable Boolean password, @Nullable Boolean lock) {

    static final ProtectJson NOTHING = new ProtectJson(false, false);

    boolean wantsPassword() {
      return Boolean.TRUE.equals(password);
    }

    boolean wantsLock() {
      return Boolean.TRUE.equals(lock);
    }
  }

  /** The contact of a line; what is left out is empty. */
  record ContactJson(
      @Nullable String name,
      @Nullable String title,
      @Nullable String company,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String url) {

    WireContact toContact() {
      return new WireContact(
          orEmpty(name),
          orEmpty(title),
          orEmpty(company),
          orEmpty(phone),
          orEmpty(email),
          orEmpty(url));
    }
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /** Facts as texts: the policy engine reads each by its own form. */
  static Map<String, String> texts(@Nullable Map<String, Object> facts) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (facts != null) {
      facts.forEach((name, value) -> texts.put(name, String.valueOf(value)));
    }
    return texts;
  }
}
