package tapwright.server.app.order;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.card.CardLinks;
import tapwright.core.policy.library.Packs;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.app.FieldError;
import tapwright.server.app.Once;
import tapwright.server.app.card.SellerLinks;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.Seals;
import tapwright.server.record.order.IdempotencyKey;
import tapwright.server.record.order.Order;

/** Takes over cards that another program made and gave out: all of a request, or none. */
public final class AdoptCards {

  /** The fact that says when a card was bought. */
  public static final String PURCHASED_AT = "purchasedAt";

  private final Ledger ledger;
  private final Packs packs;
  private final SellerLinks links;
  private final PlaceOrders.Draw draw;
  private final InstantSource clock;
  private final AdoptedRows rows;

  public AdoptCards(
      Ledger ledger,
      Seals seals,
      PlaceOrders.Terms terms,
      PlaceOrders.Draw draw,
      InstantSource clock) {
    this.ledger = ledger;
    this.packs = terms.packs();
    this.links = new SellerLinks(terms.links());
    this.draw = draw;
    this.clock = clock;
    this.rows = new AdoptedRows(seals, draw, clock);
  }

  /** The order of a card that names none is the card's own. */
  public static String orderNumber(String number, String slug) {
    return number.isEmpty() ? "adopted-" + slug : number;
  }

  /** Puts the cards on record with what is known of them. */
  public CompletableFuture<Answer<Adoption>> adopt(
      Caller caller, IdempotencyKey key, List<AdoptLine> lines) {
    if (lines.isEmpty() || lines.size() > PlaceOrders.ROW_LIMIT) {
      return CompletableFuture.completedFuture(
          Answer.refused(
              AppRefusal.ADOPTION_ROWS.with(
                  "seen", lines.size(), "allowed", PlaceOrders.ROW_LIMIT)));
    }
    Instant now = clock.instant();
    AdoptCheck check = new AdoptCheck(now);
    List<AdoptedCard> cards = check.cards(lines);
    List<FieldError> errors = new ArrayList<>(check.errors());
    errors.addAll(OrderCheck.errorsOf(lines.stream().map(AdoptLine::order).toList(), packs));
    return errors.isEmpty()
        ? ledger.write(caller.seller(), records -> adoptOnce(records, caller, key, cards))
        : CompletableFuture.completedFuture(invalid(errors));
  }

  private Answer<Adoption> adoptOnce(
      Records records, Caller caller, IdempotencyKey key, List<AdoptedCard> cards) {
    return Once.of(
        new Once.Asked(records, caller, key, clock.instant()),
        adoptionId -> shown(records, caller, adoptionId),
        () -> adopt(records, caller, cards),
        Adoption::adoptionId);
  }

  private Answer<Adoption> adopt(Records records, Caller caller, List<AdoptedCard> cards) {
    List<FieldError> taken = taken(records, caller, cards);
    if (!taken.isEmpty()) {
      return invalid(taken);
    }
    String adoptionId = draw.ids().next();
    Map<String, Order> orders = new LinkedHashMap<>();
    for (AdoptedCard card : cards) {
      Order order =
          orders.computeIfAbsent(
              card.order().order(), number -> addOrder(records, caller, card.order()));
      rows.add(records, caller, new AdoptedRows.Row(adoptionId, order, card));
    }
    return Answer.done(shown(records, caller, adoptionId));
  }

  private Order addOrder(Records records, Caller caller, OrderLine line) {
    Order order =
        new Order(
            draw.ids().next(),
            caller.seller(),
            line.order(),
            line.account(),
            line.pack(),
            Optional.ofNullable(line.facts().get(PURCHASED_AT))
                .map(at -> OffsetDateTime.parse(at).toInstant())
                .orElseGet(clock::instant),
            line.facts());
    records.orders().add(order);
    return order;
  }

  private static List<FieldError> taken(Records records, Caller caller, List<AdoptedCard> cards) {
    List<FieldError> taken = new ArrayList<>();
    for (AdoptedCard card : cards) {
      OrderLine line = card.order();
      if (records.orders().byNumber(caller.seller(), line.order()).isPresent()) {
        taken.add(
            new FieldError(
                line.line(), "order", line.order(), "a number that was not ordered before"));
      }
      if (records.cards().bySlug(card.slug()).isPresent()) {
        taken.add(new FieldError(line.line(), "slug", card.slug().value(), "one that no card has"));
      }
      if (records.cards().liveWith(card.uid()).isPresent()) {
        taken.add(
            new FieldError(
                line.line(), "uid", card.uid().toString(), "a chip that no live card has"));
      }
    }
    return taken;
  }

  private Adoption shown(Records records, Caller caller, String adoptionId) {
    CardLinks ours = links.of(records, caller.seller());
    List<Adoption.Adopted> adopted = new ArrayList<>();
    for (Card card : records.cards().ofPlacement(caller.seller(), adoptionId)) {
      adopted.add(
          new Adoption.Adopted(
              records.orders().byId(card.seller(), card.orderId()).orElseThrow().number(),
              card.id().toString(),
              card.slug().value(),
              ours.chipLink(card.slug()),
              ours.printLink(card.slug())));
    }
    return new Adoption(adoptionId, adopted);
  }

  private static Answer<Adoption> invalid(List<FieldError> errors) {
    List<FieldError> byRow =
        errors.stream().sorted(Comparator.comparingInt(FieldError::line)).toList();
    long rows = errors.stream().mapToInt(FieldError::line).distinct().count();
    return new Answer.Refused<>(
        AppRefusal.ADOPTION_INVALID.with(
            "count", FieldError.counted(errors.size(), "field"),
            "rows", FieldError.counted(rows, "row")),
        byRow);
  }
}
