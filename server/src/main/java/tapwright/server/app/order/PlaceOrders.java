package tapwright.server.app.order;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import tapwright.core.card.CardLinks;
import tapwright.core.card.SellerId;
import tapwright.core.policy.library.Packs;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.app.FieldError;
import tapwright.server.app.IdSource;
import tapwright.server.app.card.SellerLinks;
import tapwright.server.app.card.Target;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.Seals;
import tapwright.server.record.card.Succession;
import tapwright.server.record.order.IdempotencyKey;
import tapwright.server.record.order.IdempotencyKeys;
import tapwright.server.record.order.Order;

/** Takes orders: a card with a slug and an encode job for each line, or nothing at all. */
public final class PlaceOrders {

  /** What one request may hold at most; openapi.json has it too. */
  static final int ROW_LIMIT = 5_000;

  private final Ledger ledger;
  private final Terms terms;
  private final Draw draw;
  private final InstantSource clock;
  private final MakeCards makeCards;

  /**
   * Where new keys come from.
   *
   * @param random unguessable, for slugs and card ids
   * @param ids for everything else
   */
  public record Draw(RandomGenerator random, IdSource ids) {}

  /**
   * What cards are made by.
   *
   * @param links what their links look like
   * @param packs the policies that they can be sold under
   */
  public record Terms(CardLinks links, Packs packs) {}

  public PlaceOrders(Ledger ledger, Seals seals, Terms terms, Draw draw, InstantSource clock) {
    this.ledger = ledger;
    this.terms = terms;
    this.draw = draw;
    this.clock = clock;
    this.makeCards = new MakeCards(seals, draw, clock);
  }

  /**
   * Orders the lines for the caller's seller.
   *
   * @param key repeats the first answer when it comes again with the same body
   */
  public CompletableFuture<Answer<Placement>> place(
      Caller caller, IdempotencyKey key, List<OrderLine> lines) {
    if (lines.isEmpty() || lines.size() > ROW_LIMIT) {
      return CompletableFuture.completedFuture(
          Answer.refused(AppRefusal.ROW_COUNT.with("seen", lines.size(), "allowed", ROW_LIMIT)));
    }
    List<FieldError> errors = OrderCheck.errorsOf(lines, terms.packs());
    if (!errors.isEmpty()) {
      return CompletableFuture.completedFuture(invalid(errors));
    }
    return ledger.write(caller.seller(), records -> place(records, caller.seller(), key, lines));
  }

  private Answer<Placement> place(
      Records records, SellerId seller, IdempotencyKey key, List<OrderLine> lines) {
    Optional<IdempotencyKeys.Use> used = records.keys().find(seller, key.key());
    if (used.isPresent()) {
      return used.get().bodyHash().equals(key.bodyHash())
          ? Answer.done(asPlaced(records, seller, used.get().result()))
          : Answer.refused(AppRefusal.KEY_REUSED.with("key", key.key()));
    }
    List<FieldError> taken = takenNumbers(records, seller, lines);
    if (!taken.isEmpty()) {
      return invalid(taken);
    }
    Instant now = clock.instant();
    String placementId = draw.ids().next();
    Map<String, Order> orders = new LinkedHashMap<>();
    for (OrderLine line : lines) {
      Order order =
          orders.computeIfAbsent(line.order(), number -> addOrder(records, seller, line, now));
      addCard(records, order, line, placementId);
    }
    records
        .keys()
        .add(seller, key.key(), new IdempotencyKeys.Use(key.bodyHash(), placementId), now);
    return Answer.done(asPlaced(records, seller, placementId));
  }

  private static List<FieldError> takenNumbers(
      Records records, SellerId seller, List<OrderLine> lines) {
    List<FieldError> taken = new ArrayList<>();
    for (OrderLine line : lines) {
      if (records.orders().byNumber(seller, line.order()).isPresent()) {
        taken.add(
            new FieldError(
                line.line(), "order", line.order(), "a number that was not ordered before"));
      }
    }
    return taken;
  }

  private Order addOrder(Records records, SellerId seller, OrderLine line, Instant now) {
    Order order =
        new Order(
            draw.ids().next(),
            seller,
            line.order(),
            line.account(),
            line.pack(),
            now,
            line.facts(),
            line.language());
    records.orders().add(order);
    return order;
  }

  private void addCard(Records records, Order order, OrderLine line, String placementId) {
    NewCard wanted =
        new NewCard(
            placementId,
            line.line(),
            target(line),
            line.chip(),
            Succession.NONE,
            line.expiresAt(),
            order.placedAt());
    makeCards.add(records, order, wanted, Optional.of(line.contact()));
  }

  static String target(OrderLine line) {
    return line.leadsTo().isEmpty() ? "" : Target.of(line.leadsTo()).value();
  }

  /** The same answer whenever it is asked for, unless the seller has another host since. */
  private Placement asPlaced(Records records, SellerId seller, String placementId) {
    CardLinks links = new SellerLinks(terms.links()).of(records, seller);
    List<Placement.PlacedCard> placed = new ArrayList<>();
    for (Card card : records.cards().ofPlacement(seller, placementId)) {
      placed.add(
          new Placement.PlacedCard(
              records.orders().byId(seller, card.orderId()).orElseThrow().number(),
              card.id().toString(),
              card.slug().value(),
              links.chipLink(card.slug()),
              links.printLink(card.slug()),
              records.jobs().ofCard(card.seller(), card.id()).orElseThrow().id()));
    }
    return new Placement(placementId, placed);
  }

  private static Answer<Placement> invalid(List<FieldError> errors) {
    long rows = errors.stream().mapToInt(FieldError::line).distinct().count();
    return new Answer.Refused<>(
        AppRefusal.ROWS_INVALID.with(
            "count", FieldError.counted(errors.size(), "field"),
            "rows", FieldError.counted(rows, "row")),
        errors);
  }
}
