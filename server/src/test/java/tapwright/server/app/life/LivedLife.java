package tapwright.server.app.life;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import tapwright.core.card.CardEvent.Step;
import tapwright.core.card.CardState;
import tapwright.core.card.Slug;
import tapwright.core.claim.RmaEvent;
import tapwright.core.claim.RmaState;
import tapwright.server.app.Answer;
import tapwright.server.app.World;
import tapwright.server.app.money.BookProvider;
import tapwright.server.app.money.PaymentNotice;
import tapwright.server.app.order.AdoptLine;
import tapwright.server.app.order.Adoption;
import tapwright.server.app.order.ChipOrder;
import tapwright.server.app.order.OrderLine;
import tapwright.server.app.order.Placement;
import tapwright.server.record.order.IdempotencyKey;

/**
 * One life: orders of two sellers, their cards, claims and money, each beside its model. An act is
 * asked of the use cases and of the model, and both have to say the same.
 */
final class LivedLife extends Acts {
  private static final AtomicLong NUMBERS = new AtomicLong();

  private static final int MOST_ORDERS = 3;

  private static final Map<String, String> ORDERED =
      Map.of(
          "line", "card",
          "design", "stock",
          "purchasedAt", "2026-02-24T13:00:00+05:30",
          "price", "49.00 INR");

  final List<LifeOrder> orders = new ArrayList<>();
  private final Looks looks;
  final CardActs cards;
  final ClaimActs claims;
  private final MoneyActs money;

  LivedLife(LifeWorld all) {
    super(all, new Chance(NUMBERS.incrementAndGet()), new ArrayList<>());
    this.looks = new Looks(this);
    this.cards = new CardActs(this, looks);
    this.claims = new ClaimActs(this);
    this.money = new MoneyActs(this, orders);
    all.provider.forget();
    all.ledger.heal();
    for (LifeWorld.Seller seller : all.sellers) {
      orders.add(placed(seller));
    }
  }

  private LifeOrder placed(LifeWorld.Seller seller) {
    LifeOrder order = new LifeOrder(seller, "L-" + chance.life() + "-" + seller.id());
    List<OrderLine> lines = new ArrayList<>();
    for (int i = 1; i <= 2; i++) {
      lines.add(
          new OrderLine(
              i,
              order.number,
              "",
              "b-rigardz",
              CardActs.contact(order.number + i),
              "",
              ChipOrder.USUAL,
              ORDERED));
    }
    Placement placement =
        World.done(node().world.placeOrders.place(seller.shop(), key("place"), lines).join());
    for (Placement.PlacedCard card : placement.cards()) {
      order.cards.add(CardActs.card(card.cardId(), card.slug(), card.jobId(), null));
    }
    order.cards.forEach(card -> card.target = "https://example.com/" + order.number);
    for (CardModel card : order.cards) {
      card.target = looks.card(order, card).target();
    }
    cards.lease(seller);
    money.captured(order, Map.of("card", 4_900L, "plan", 2_000L));
    return order;
  }

  /** A card that is out already comes on record, with what it was used before. */
  private void adopt(LifeWorld.Seller seller) {
    if (orders.size() >= MOST_ORDERS) {
      return;
    }
    LifeOrder order = new LifeOrder(seller, chance.name("A"));
    World world = node().world;
    Slug slug = Slug.draw(new Random(chance.life() * 1_000 + chance.upTo(1_000)));
    boolean active = chance(2);
    String uid = "05%06X%06X".formatted(chance.life(), chance.upTo(1 << 24));
    Map<String, String> told = new LinkedHashMap<>();
    told.put("slug", slug.value());
    told.put("uid", uid);
    told.put("state", active ? "active" : "issued");
    told.put("taps", "41");
    if (active) {
      told.put("activatedAt", "2026-03-01T10:00:00Z");
    }
    OrderLine line =
        new OrderLine(
            1, order.number, "", "", CardActs.contact(order.number), "", ChipOrder.USUAL, Map.of());
    IdempotencyKey key = key("adopt");
    Answer<Adoption> answer =
        once(() -> world.adoptCards.adopt(seller.shop(), key, List.of(new AdoptLine(line, told))));
    if (agreed("adopting", true, answer)) {
      CardModel card =
          CardActs.card(World.done(answer).cards().getFirst().cardId(), slug.value(), "", null);
      card.uid = uid;
      card.isAdopted(active);
      order.cards.add(card);
      orders.add(order);
      card.target = looks.card(order, card).target();
    }
  }

  /** What nobody has made by the end is not wanted any more. */
  private void withdrawn() {
    for (LifeOrder order : orders) {
      for (CardModel card : List.copyOf(order.cards)) {
        if (card.state == CardState.BLANK) {
          cards.step(order, card, Step.REVOKED);
        }
      }
    }
  }

  /** Lives the act; what was not as it should be after it. */
  List<String> live(Act.Drawn drawn) {
    chance.of(drawn);
    wrong.clear();
    try {
      LifeOrder order = any(orders);
      act(drawn.act(), order);
      looks.at(drawn.act(), order);
    } catch (RuntimeException | AssertionError e) {
      wrong.add(threw(e));
    }
    all.ledger.heal();
    return wrong.stream().map(what -> "after " + drawn + ": " + what).toList();
  }

  private static String threw(Throwable e) {
    Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    return "threw " + cause + " at " + List.of(cause.getStackTrace()).stream().limit(6).toList();
  }

  private void act(Act act, LifeOrder order) {
    switch (act) {
      case MAKE -> cards.make(order);
      case GIVE_OUT -> cards.step(order, Step.ISSUED);
      case CARD_STEP -> cards.step(order, any(CardActs.STEPS));
      case HOLD ->
          cards.hold(order, cards.rather(order, CardModel::isSuspended), any(CardActs.HOLDS));
      case RELEASE -> cards.release(order, cards.rather(order, CardModel::isSuspended));
      case REPLACE -> cards.replace(order, cards.rather(order, CardModel::mayBeReplaced));
      case TAP -> cards.tap(cards.rather(order, card -> card.may(Step.ACTIVATED)), chance(4));
      case TWO_TAPS -> cards.twoTaps(cards.rather(order, card -> card.may(Step.ACTIVATED)));
      case SCAN -> scan(order, any(order.cards));
      case LEAD_ELSEWHERE -> cards.leadElsewhere(order, any(order.cards));
      case END -> cards.end(order, any(order.cards));
      case CONTACT -> cards.contact(order, any(order.cards));
      case FORGET -> cards.forget(order, any(order.cards));
      case CLAIM -> claims.claim(order, any(order.cards));
      case REFUND -> money.refund(order);
      case TWO_REFUNDS -> money.twoRefunds(order);
      case DISPUTE -> money.dispute(order);
      case NOTICES -> money.notices();
      case PROVIDER_FINISHES -> all.provider.finish(chance.upTo(4) > 0);
      case ADOPT -> adopt(order.seller);
      case CLOCK_STEPS -> all.step(Duration.ofMinutes(chance.between(-10, 11)));
      case TIME -> time();
      case ROUND -> round();
      case PROCESS_DIES -> all.dies(chance.upTo(2));
      case STRANGER -> looks.stranger(order, chance.random());
      case EVIDENCE, ANSWER, RULE, OVERRIDE, APPEAL, CLOSE, TASK, RMA, PARCEL, INSPECT, DISPOSE -> {
        if (!order.claims.isEmpty()) {
          claims.ofClaim(act, order, claims.rather(order, act));
        }
      }
    }
  }

  /** Of the print by somebody who is curious, or of the parcel by its carrier. */
  private void scan(LifeOrder order, CardModel card) {
    if (chance(2)) {
      claims.carrier(order, card);
    } else {
      cards.scan(card);
    }
  }

  private void time() {
    all.advance(Duration.ofMinutes(chance.between(1, 60 * 60)));
    all.provider.arrive();
    money.mishap();
    node().reconcile.round().join();
    if (chance(2)) {
      round();
    }
  }

  /** What is due: cards end, replacements are finished, returns expire. */
  void round() {
    LifeWorld.Node node = node();
    node.duties.round().join();
    Instant now = node.world.clock.instant();
    for (LifeOrder order : orders) {
      order.cards.stream()
          .filter(card -> card.isOver(now))
          .sorted(CardModel.BY_END)
          .toList()
          .forEach(card -> card.ends());
      for (CardModel card : order.cards) {
        if (card.after != null && card.after.state == CardState.ACTIVE) {
          card.after.settle();
        }
      }
      for (ClaimModel claim : order.claims) {
        for (ClaimModel.Goods goods : claim.goods.values()) {
          if (goods.may(RmaEvent.Step.EXPIRED) && !goods.end.isAfter(now)) {
            goods.state = RmaState.EXPIRED;
          }
        }
      }
    }
  }

  /** The provider answers again, all that was held up comes, and every notice, in disorder. */
  List<String> rest() {
    wrong.clear();
    try {
      all.provider.next(BookProvider.Mishap.NONE);
      all.step(Duration.ZERO);
      for (int i = 0; i < 6; i++) {
        all.advance(Duration.ofHours(2));
        all.provider.arrive();
        node().reconcile.round().join();
        all.provider.finish(true);
      }
      all.advance(Duration.ofHours(26));
      node().reconcile.round().join();
      List<PaymentNotice> told = new ArrayList<>(all.provider.notices);
      Collections.shuffle(told, chance.random());
      told.forEach(money::deliver);
      round();
      withdrawn();
      looks.atRest();
    } catch (RuntimeException | AssertionError e) {
      wrong.add(threw(e));
    }
    return wrong.stream().map(what -> "at rest: " + what).toList();
  }
}
